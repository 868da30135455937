package duixian.handle.registry;

import duixian.handle.format.Reading;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// An identifier as the node stores it: prefix, slash and the rest, at most 255 characters.
///
/// Prefix and rest are compared exactly; only `0.NA/` may be written in any case. Every written
/// form of [Reading] is taken: `VAA088.118.8/…` is stored as `88.118.8/…`, GS1 under the prefix
/// `GS1`, Ecode under `Ecode`, each with its check digit verified.
public record Identifier(String prefix, String text) {
  public static final int LONGEST = 255;
  public static final int LONGEST_PREFIX = 64;

  /// In front of a prefix: the identifier that describes it.
  public static final String OF_PREFIX = "0.NA/";

  private static final String GS1 = "GS1/";

  /// The canonical identifier, or null when it has no prefix or is too long.
  public static @Nullable Identifier parse(String written) {
    var text = canonical(written);
    if (text == null) {
      return null;
    }
    var slash = text.indexOf('/');
    if (slash <= 0 || slash > LONGEST_PREFIX || slash == text.length() - 1) {
      return null;
    }
    if ((text.length() > LONGEST && text.codePointCount(0, text.length()) > LONGEST)
        || hasControl(text)) {
      return null;
    }
    return new Identifier(text.substring(0, slash), text);
  }

  /// Bytes that are a canonical identifier at first sight, else null; more are canonical than are
  /// seen here.
  public static @Nullable Identifier stored(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    return isPlain(text) && text.length() == bytes.length ? parse(text) : null;
  }

  /// The prefix that this identifier describes (`0.NA/88.118` describes `88.118`), else null.
  public @Nullable String described() {
    return prefix.equals("0.NA") ? text.substring(OF_PREFIX.length()) : null;
  }

  public byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static @Nullable String canonical(String written) {
    if (written.regionMatches(true, 0, OF_PREFIX, 0, OF_PREFIX.length())) {
      return OF_PREFIX + written.substring(OF_PREFIX.length());
    }
    if (isPlain(written)) {
      return written;
    }
    if (written.startsWith(GS1)) {
      return written.startsWith("(", GS1.length())
          ? canonical(written.substring(GS1.length()))
          : null;
    }
    return switch (Reading.of(written)) {
      case Reading.Unsound _ -> null;
      case Reading.Sound(var format, var canonical, _) ->
          switch (format) {
            case VAA, HANDLE, OID -> canonical;
            case GS1 -> GS1 + canonical;
            case ECODE -> "Ecode/" + canonical.substring("Ecode:".length());
          };
    };
  }

  /// Whether it is canonical at first sight: what begins with a digit and has no label with a
  /// leading zero. Millions are imported, and nearly all are.
  private static boolean isPlain(String written) {
    for (var i = 0; i < written.length(); i++) {
      var next = written.charAt(i);
      var labelBegins = i == 0 || written.charAt(i - 1) == '.';
      if (next == '/') {
        return i > 0 && !labelBegins;
      }
      if (next == '.' ? labelBegins : !isLabel(next)) {
        return false;
      }
      if (labelBegins && (next == '0' || (i == 0 && next > '9'))) {
        return false;
      }
    }
    return false;
  }

  private static boolean isLabel(char next) {
    return (next >= '0' && next <= '9')
        || (next >= 'A' && next <= 'Z')
        || (next >= 'a' && next <= 'z');
  }

  private static boolean hasControl(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
