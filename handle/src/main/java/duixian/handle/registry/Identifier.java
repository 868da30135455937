package duixian.handle.registry;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// An identifier as the node stores it: prefix, slash and the rest, at most 255 characters.
///
/// Prefix and rest are compared exactly; only `0.NA/` may be written in any case. A written form
/// such as `VAA088.118.8/…` becomes `88.118.8/…`.
public record Identifier(String prefix, String text) {
  public static final int LONGEST = 255;
  public static final int LONGEST_PREFIX = 64;

  /// In front of a prefix: the identifier that describes it.
  public static final String OF_PREFIX = "0.NA/";

  /// The canonical identifier, or null when it has no prefix or is too long.
  public static @Nullable Identifier parse(String written) {
    var text = canonical(written);
    var slash = text.indexOf('/');
    if (slash <= 0 || slash > LONGEST_PREFIX || slash == text.length() - 1) {
      return null;
    }
    if (text.codePointCount(0, text.length()) > LONGEST || hasControl(text)) {
      return null;
    }
    return new Identifier(text.substring(0, slash), text);
  }

  /// The prefix that this identifier describes (`0.NA/88.118` describes `88.118`), else null.
  public @Nullable String described() {
    return prefix.equals("0.NA") ? text.substring(OF_PREFIX.length()) : null;
  }

  public byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String canonical(String written) {
    if (written.regionMatches(true, 0, OF_PREFIX, 0, OF_PREFIX.length())) {
      return OF_PREFIX + written.substring(OF_PREFIX.length());
    }
    if (written.regionMatches(true, 0, "VAA", 0, 3)) {
      var from = 3;
      while (from < written.length() && written.charAt(from) == '0') {
        from++;
      }
      return written.substring(from);
    }
    return written;
  }

  private static boolean hasControl(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }
}
