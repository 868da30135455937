package duixian.bench.node.request;

import duixian.handle.value.Reference;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Synthetic identifiers, the same for a number at every run: a serial number of twelve digits and
/// a value of 37 characters that no compression shortens much.
public final class Identifiers {
  public static final String PREFIX = "88.118.8";

  /// The key of their administrator, as synthetic as they are.
  public static final byte[] SECRET = "synthetic-secret".getBytes(StandardCharsets.UTF_8);

  public static final Reference ADMIN = new Reference("0.NA/" + PREFIX, 301);

  private static final long STEP = 7_368_787;

  private Identifiers() {}

  public static String id(long number) {
    var digits = Long.toString(number);
    return PREFIX + "/SN" + "0".repeat(12 - digits.length()) + digits;
  }

  public static String url(long number) {
    var mixed = Long.rotateLeft(number * 0x9E3779B97F4A7C15L, 17) >>> 1;
    return "https://id.example.cn/p/" + Long.toString(mixed, 36);
  }

  /// A CSV in an order that is not theirs.
  public static void write(Path file, long count) throws IOException {
    try (var out = new BufferedWriter(Files.newBufferedWriter(file), 1 << 20)) {
      out.write("标识,URL\n");
      for (long i = 0; i < count; i++) {
        var number = i * STEP % count;
        out.write(id(number));
        out.write(',');
        out.write(url(number));
        out.write('\n');
      }
    }
  }
}
