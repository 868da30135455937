package duixian.handle.format;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// GS1: element strings such as `(01)06901234567892(21)A1` and Digital Link addresses such as
/// `https://id.gs1.org/01/06901234567892/21/A1`; the check digit of every key is verified.
final class Gs1 {
  private static final Pattern ELEMENT = Pattern.compile("\\(([0-9]{2,4})\\)([^()]+)");
  private static final Pattern LINK =
      Pattern.compile(
          "https?://[^/]+(?:/[^/]+)*?/(00|01|414|8003)/([0-9]+)((?:/[0-9]{2,4}/[^/?]+)*)(?:\\?.*)?");
  private static final Pattern STEP = Pattern.compile("/([0-9]{2,4})/([^/]+)");

  /// Application identifiers whose value ends with a check digit, by its length.
  private static final Map<String, Integer> CHECKED =
      Map.of("00", 18, "01", 14, "02", 14, "410", 13, "411", 13, "412", 13, "413", 13, "414", 13);

  private static final Map<String, String> NAMES =
      Map.of("00", "SSCC", "01", "GTIN", "10", "批号", "17", "有效期", "21", "序列号", "414", "GLN");

  private Gs1() {}

  static boolean begins(String text) {
    return text.startsWith("(") || LINK.matcher(text).matches();
  }

  static Reading read(String text) {
    var elements = new LinkedHashMap<String, String>();
    var link = LINK.matcher(text);
    if (link.matches()) {
      elements.put(link.group(1), padded(link.group(1), link.group(2)));
      for (var step = STEP.matcher(link.group(3)); step.find(); ) {
        elements.put(step.group(1), step.group(2));
      }
    } else {
      var element = ELEMENT.matcher(text);
      int end = 0;
      while (element.find() && element.start() == end) {
        elements.put(element.group(1), element.group(2));
        end = element.end();
      }
      if (end != text.length()) {
        return new Reading.Unsound(
            Format.GS1, "GS1 须为 (应用标识符)内容，如 (01)06901234567892(21)A1，这里是 " + text);
      }
    }
    return checked(elements);
  }

  /// A GTIN of 8, 12 or 13 digits may stand in an address.
  private static String padded(String identifier, String digits) {
    return identifier.equals("01") && digits.length() < 14
        ? "0".repeat(14 - digits.length()) + digits
        : digits;
  }

  private static Reading checked(Map<String, String> elements) {
    var parts = new LinkedHashMap<String, String>();
    var canonical = new StringBuilder();
    for (var element : elements.entrySet()) {
      var length = CHECKED.get(element.getKey());
      var value = element.getValue();
      if (length != null) {
        if (value.length() != length || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
          return new Reading.Unsound(
              Format.GS1, "(%s) 须为 %d 位数字，这里是 %s".formatted(element.getKey(), length, value));
        }
        var expected = checkDigit(value.substring(0, length - 1));
        if (value.charAt(length - 1) != expected) {
          return new Reading.Unsound(
              Format.GS1,
              "(%s)%s 的校验码应为 %c，这里是 %c"
                  .formatted(element.getKey(), value, expected, value.charAt(length - 1)));
        }
      }
      parts.put(NAMES.getOrDefault(element.getKey(), "(" + element.getKey() + ")"), value);
      canonical.append('(').append(element.getKey()).append(')').append(value);
    }
    return new Reading.Sound(Format.GS1, canonical.toString(), parts);
  }

  /// Modulo 10 with weights 3 and 1 from the right (GS1 General Specifications, 7.9.1).
  static char checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      var digit = digits.charAt(digits.length() - 1 - i) - '0';
      sum += i % 2 == 0 ? 3 * digit : digit;
    }
    return (char) ('0' + (10 - sum % 10) % 10);
  }
}
