package duixian.handle.format;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// VAA: the prefix space 88 of the national nodes, written as `88.118.8/…` on the net and, with its
/// issuing agency code of ISO/IEC 15459, as `VAA088.118.8/…` or `VAA088118008/…` on carriers.
///
/// Without dots the agency's number and the second-level node take three digits each and the
/// enterprise the rest; zeros in front of a label are filling.
final class Vaa {
  private static final Pattern DOTTED =
      Pattern.compile(
          "0*([1-9][0-9]*)\\.0*([1-9][0-9]*)((?:\\.[0-9A-Za-z]+)*)/(.+)", Pattern.DOTALL);
  private static final Pattern PACKED = Pattern.compile("[0-9]{7,}/.+", Pattern.DOTALL);

  private Vaa() {}

  static boolean begins(String text) {
    return text.regionMatches(true, 0, "VAA", 0, 3) || text.startsWith("88.");
  }

  static Reading read(String text) {
    var body = text.regionMatches(true, 0, "VAA", 0, 3) ? text.substring(3) : text;
    var canonical = canonical(body);
    if (canonical == null) {
      return new Reading.Unsound(
          Format.VAA, "须为 88.118.8/…、VAA088.118.8/… 或 VAA088118008/…，这里是 " + text);
    }
    var wrong = Slashed.wrong(canonical);
    return wrong != null
        ? new Reading.Unsound(Format.VAA, wrong)
        : Slashed.sound(Format.VAA, canonical);
  }

  private static @Nullable String canonical(String body) {
    var dotted = DOTTED.matcher(body);
    if (dotted.matches()) {
      return dotted.group(1) + "." + dotted.group(2) + dotted.group(3) + "/" + dotted.group(4);
    }
    if (!PACKED.matcher(body).matches()) {
      return null;
    }
    var agency = Integer.parseInt(body.substring(0, 3));
    var node = Integer.parseInt(body.substring(3, 6));
    var slash = body.indexOf('/');
    var enterprise = body.substring(6, slash).replaceFirst("^0+(?=.)", "");
    return agency + "." + node + "." + enterprise + body.substring(slash);
  }
}
