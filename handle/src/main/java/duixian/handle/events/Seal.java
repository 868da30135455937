package duixian.handle.events;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;

/// The signed root of one minute, chained to the one before. A minute without a seal had no event.
///
/// `end` is where the minute ends in its day's file, `group` and `tick` the last numbers up to
/// then.
public record Seal(
    long minute,
    long blocks,
    long events,
    long end,
    long group,
    long tick,
    String root,
    String previous,
    String signature) {
  /// What the first seal of all names as the one before.
  public static final String FIRST = "0".repeat(64);

  private static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);

  static Seal sign(Seal unsigned, SealKey key) {
    var signature = Base64.getEncoder().encodeToString(key.sign(unsigned.signed()));
    return new Seal(
        unsigned.minute,
        unsigned.blocks,
        unsigned.events,
        unsigned.end,
        unsigned.group,
        unsigned.tick,
        unsigned.root,
        unsigned.previous,
        signature);
  }

  /// The line in the file: time in Asia/Shanghai, numbers, root, previous, signature, tabs between.
  public String line() {
    return text() + '\t' + signature;
  }

  /// Reads what [#line] wrote.
  public static Seal parse(String line) {
    var parts = line.split("\t", -1);
    if (parts.length != 9) {
      throw new IllegalArgumentException("a seal has 9 parts, was " + parts.length);
    }
    return new Seal(
        OffsetDateTime.parse(parts[0]).toEpochSecond() / 60,
        Long.parseLong(parts[1]),
        Long.parseLong(parts[2]),
        Long.parseLong(parts[3]),
        Long.parseLong(parts[4]),
        Long.parseLong(parts[5]),
        parts[6],
        parts[7],
        parts[8]);
  }

  public boolean verify(PublicKey key) {
    return SealKey.verify(key, signed(), Base64.getDecoder().decode(signature));
  }

  /// What the next seal names as the one before.
  public String hash() {
    return HexFormat.of().formatHex(Merkle.sha256().digest(signed()));
  }

  /// The minute in Asia/Shanghai.
  public OffsetDateTime time() {
    return Instant.ofEpochSecond(minute * 60).atOffset(SHANGHAI).truncatedTo(ChronoUnit.MINUTES);
  }

  private byte[] signed() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  private String text() {
    return String.join(
        "\t",
        time().toString(),
        Long.toString(blocks),
        Long.toString(events),
        Long.toString(end),
        Long.toString(group),
        Long.toString(tick),
        root,
        previous);
  }
}
