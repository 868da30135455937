package duixian.service.audit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// JSON with one form for one value: keys in order, no white space (RFC 8785 for strings, whole
/// numbers, booleans, lists and maps, which is all there is here).
public final class CanonicalJson {
  private CanonicalJson() {}

  public static String text(Object value) {
    var out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(Object value, StringBuilder out) {
    switch (value) {
      case String text -> quote(text, out);
      case Integer number -> out.append(number);
      case Long number -> out.append(number);
      case Boolean flag -> out.append(flag);
      case List<?> list -> {
        out.append('[');
        var between = "";
        for (var item : list) {
          out.append(between);
          write(item, out);
          between = ",";
        }
        out.append(']');
      }
      case Map<?, ?> map -> {
        var sorted = new TreeMap<String, Object>();
        map.forEach((key, item) -> sorted.put((String) key, item));
        out.append('{');
        var between = "";
        for (var entry : sorted.entrySet()) {
          out.append(between);
          quote(entry.getKey(), out);
          out.append(':');
          write(entry.getValue(), out);
          between = ",";
        }
        out.append('}');
      }
      default -> throw new IllegalArgumentException("no canonical JSON for " + value.getClass());
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          if (c < ' ') {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
