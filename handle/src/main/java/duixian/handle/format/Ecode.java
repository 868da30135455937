package duixian.handle.format;

import java.util.LinkedHashMap;
import java.util.regex.Pattern;

/// Ecode (GB/T 31866): version, number of the coding system, main code. The versions that are
/// written as characters: 1 and 2 take a system of four digits and up to 20 and 28 digits, 3 a
/// system of five and up to 39 digits or letters, 4 a system of five and any characters.
final class Ecode {
  private static final Pattern BEGIN = Pattern.compile("(?i)ecode[:=/].*", Pattern.DOTALL);

  private Ecode() {}

  /// How a version is built.
  private enum Version {
    ONE(4, 20, "[0-9]+", "数字"),
    TWO(4, 28, "[0-9]+", "数字"),
    THREE(5, 39, "[0-9A-Za-z]+", "数字或字母"),
    FOUR(5, 200, ".+", "字符");

    private final int system;
    private final int longest;
    private final Pattern main;
    private final String kind;

    Version(int system, int longest, String main, String kind) {
      this.system = system;
      this.longest = longest;
      this.main = Pattern.compile(main, Pattern.DOTALL);
      this.kind = kind;
    }
  }

  static boolean begins(String text) {
    return BEGIN.matcher(text).matches();
  }

  static Reading read(String text) {
    var body = text.substring(6);
    var first = body.isEmpty() ? ' ' : body.charAt(0);
    return switch (first) {
      case '1' -> read(body, Version.ONE);
      case '2' -> read(body, Version.TWO);
      case '3' -> read(body, Version.THREE);
      case '4' -> read(body, Version.FOUR);
      default -> new Reading.Unsound(Format.ECODE, "Ecode 的版本须为 1 至 4，这里是 " + text);
    };
  }

  private static Reading read(String body, Version version) {
    var from = 1 + version.system;
    if (body.length() <= from || !body.substring(1, from).chars().allMatch(Ecode::digit)) {
      return new Reading.Unsound(
          Format.ECODE, "版本后须有 " + version.system + " 位数字的编码体系标识，再接主码，这里是 " + body);
    }
    var main = body.substring(from);
    if (main.length() > version.longest || !version.main.matcher(main).matches()) {
      return new Reading.Unsound(
          Format.ECODE, "主码须为至多 " + version.longest + " 位" + version.kind + "，这里是 " + main);
    }
    var parts = new LinkedHashMap<String, String>();
    parts.put("版本", body.substring(0, 1));
    parts.put("编码体系标识", body.substring(1, from));
    parts.put("主码", main);
    return new Reading.Sound(Format.ECODE, "Ecode:" + body, parts);
  }

  private static boolean digit(int character) {
    return character >= '0' && character <= '9';
  }
}
