package duixian.handle.format;

import java.util.LinkedHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What Handle and VAA share: a prefix of dotted labels, a slash, a suffix; at most 64 and 255
/// characters.
final class Slashed {
  private static final int LONGEST_PREFIX = 64;
  private static final int LONGEST = 255;
  private static final Pattern PREFIX = Pattern.compile("[0-9A-Za-z]+(\\.[0-9A-Za-z]+)*");

  private Slashed() {}

  static Reading handle(String text) {
    var wrong = wrong(text);
    if (wrong != null) {
      return new Reading.Unsound(Format.HANDLE, wrong);
    }
    return sound(Format.HANDLE, text);
  }

  /// Labels of a prefix of three: country, industry or region, enterprise.
  static Reading sound(Format format, String text) {
    var slash = text.indexOf('/');
    var parts = new LinkedHashMap<String, String>();
    var prefix = text.substring(0, slash);
    parts.put("前缀", prefix);
    var labels = prefix.split("\\.", -1);
    if (labels.length >= 3) {
      parts.put("国家或根", labels[0]);
      parts.put("二级节点", labels[1]);
      parts.put("企业", labels[2]);
    }
    parts.put("后缀", text.substring(slash + 1));
    return new Reading.Sound(format, text, parts);
  }

  static @Nullable String wrong(String text) {
    var slash = text.indexOf('/');
    if (slash <= 0 || slash == text.length() - 1) {
      return "须为 前缀/后缀，如 88.118.8/SN001，这里是 " + text;
    }
    if (!PREFIX.matcher(text.substring(0, slash)).matches()) {
      return "前缀须为以点分隔的数字或字母，如 88.118.8，这里是 " + text.substring(0, slash);
    }
    if (slash > LONGEST_PREFIX) {
      return "前缀至多 64 个字符，这里有 " + slash + " 个";
    }
    var length = text.codePointCount(0, text.length());
    if (length > LONGEST) {
      return "标识至多 255 个字符，这里有 " + length + " 个";
    }
    return text.chars().anyMatch(Character::isISOControl) ? "标识里不能有控制字符" : null;
  }
}
