package duixian.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// A log as a text file that needs nothing else to be checked.
///
/// One line for each thing, its kind before a tab: `duixian-audit 1`, `key` (X.509, Base64), `leaf`
/// (the entry as it was hashed, one line of JSON) from the first on, `head` (size, root, time,
/// signature) from the oldest on.
public final class Export {
  static final String FIRST = "duixian-audit\t1";

  /// What the file holds, not yet believed.
  public record Content(PublicKey key, List<String> leaves, List<TreeHead> heads) {
    public Content {
      leaves = List.copyOf(leaves);
      heads = List.copyOf(heads);
    }
  }

  /// The file is no export; the message is a Chinese sentence.
  public static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    Malformed(String message) {
      super(message);
    }
  }

  private Export() {}

  public static void begin(PublicKey key, Writer out) throws IOException {
    out.write(FIRST + "\n");
    out.write("key\t" + Base64.getEncoder().encodeToString(key.getEncoded()) + "\n");
  }

  public static void leaf(String entry, Writer out) throws IOException {
    if (entry.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("an entry is one line");
    }
    out.write("leaf\t" + entry + "\n");
  }

  public static void head(TreeHead head, Writer out) throws IOException {
    out.write(
        "head\t%d\t%s\t%d\t%s\n"
            .formatted(head.size(), head.root().hex(), head.at(), head.signature()));
  }

  public static Content read(BufferedReader in) throws IOException, Malformed {
    if (!FIRST.equals(in.readLine())) {
      throw new Malformed("不是审计日志导出文件：第 1 行应为 duixian-audit 和版本号 1");
    }
    var key = key(in.readLine());
    var leaves = new ArrayList<String>();
    var heads = new ArrayList<TreeHead>();
    var number = 2;
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      number++;
      if (line.startsWith("leaf\t")) {
        leaves.add(line.substring("leaf\t".length()));
      } else if (line.startsWith("head\t")) {
        heads.add(head(line, number));
      } else {
        throw new Malformed("第 " + number + " 行既不是 leaf 也不是 head；请重新导出");
      }
    }
    return new Content(key, leaves, heads);
  }

  /// The leaf hash of an entry as it stands in the file.
  public static Hash hash(String entry) {
    return Hash.leaf(entry.getBytes(UTF_8));
  }

  private static PublicKey key(@org.jspecify.annotations.Nullable String line) throws Malformed {
    try {
      if (line != null && line.startsWith("key\t")) {
        var encoded = Base64.getDecoder().decode(line.substring("key\t".length()));
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new Malformed("第 2 行不是公钥：" + e.getMessage());
    }
    throw new Malformed("第 2 行应为公钥（key）");
  }

  private static TreeHead head(String line, int number) throws Malformed {
    var parts = line.split("\t", -1);
    try {
      if (parts.length == 5) {
        return new TreeHead(
            Long.parseLong(parts[1]), Hash.parse(parts[2]), Long.parseLong(parts[3]), parts[4]);
      }
    } catch (IllegalArgumentException e) {
      throw new Malformed("第 " + number + " 行的树头读不出来：" + e.getMessage());
    }
    throw new Malformed("第 " + number + " 行的树头应有 4 项");
  }
}
