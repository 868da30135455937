package duixian.handle.format;

import java.util.LinkedHashMap;
import java.util.regex.Pattern;

/// Object identifiers (ISO/IEC 9834-1): arcs with dots between, as `1.2.156.3001`, `OID.…` or
/// `urn:oid:…`, with or without a part behind a slash.
final class Oid {
  private static final Pattern BEGIN =
      Pattern.compile("(?i)(oid[.:]|urn:oid:).*|[012](\\.[0-9]+){3,}(/.*)?");
  private static final Pattern ARCS = Pattern.compile("[012](\\.(0|[1-9][0-9]*))+");

  private Oid() {}

  static boolean begins(String text) {
    return BEGIN.matcher(text).matches();
  }

  static Reading read(String text) {
    var body = text.replaceFirst("(?i)^(urn:oid:|oid[.:])", "");
    var slash = body.indexOf('/');
    var arcs = slash < 0 ? body : body.substring(0, slash);
    if (!ARCS.matcher(arcs).matches()) {
      return new Reading.Unsound(
          Format.OID, "OID 须为 0、1 或 2 开头、以点分隔、不带前导零的整数，如 1.2.156.3001，这里是 " + arcs);
    }
    var second = arcs.split("\\.", 3)[1];
    if (arcs.charAt(0) != '2' && (second.length() > 2 || Integer.parseInt(second) > 39)) {
      return new Reading.Unsound(Format.OID, "OID 以 0 或 1 开头时第二段须为 0 至 39，这里是 " + second);
    }
    var parts = new LinkedHashMap<String, String>();
    parts.put("弧", arcs);
    if (arcs.startsWith("1.2.156.") || arcs.startsWith("2.16.156.")) {
      parts.put("国家", "中国");
    }
    if (slash >= 0) {
      parts.put("后缀", body.substring(slash + 1));
    }
    return new Reading.Sound(Format.OID, body, parts);
  }
}
