package duixian.handle.http.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A JSON object as a form to read: each field by name, with a sentence for the client when it is
/// wrong.
public record Fields(Map<?, ?> object) {
  public static Fields of(@Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      return new Fields(object);
    }
    throw new Json.Wrong("须为 JSON 对象");
  }

  public static List<Fields> all(@Nullable Object value, String name) {
    if (!(value instanceof List<?> list)) {
      throw new Json.Wrong("缺少必要的请求参数: " + name + "（须为数组）");
    }
    var all = new ArrayList<Fields>();
    for (var each : list) {
      all.add(of(each));
    }
    return all;
  }

  public List<Fields> list(String name) {
    return all(object.get(name), name);
  }

  public Fields part(String name) {
    return of(object.get(name));
  }

  public boolean has(String name) {
    return object.get(name) != null;
  }

  public String text(String name) {
    return switch (object.get(name)) {
      case String text -> text;
      case Long number -> number.toString();
      case null -> throw new Json.Wrong("缺少必要的请求参数: " + name);
      default -> throw new Json.Wrong(name + " 须为字符串");
    };
  }

  public String text(String name, String otherwise) {
    return has(name) ? text(name) : otherwise;
  }

  public long number(String name, long otherwise) {
    return has(name) ? number(name) : otherwise;
  }

  public long number(String name) {
    return switch (object.get(name)) {
      case Long number -> number;
      case String text when text.matches("-?[0-9]{1,18}") -> Long.parseLong(text);
      case null -> throw new Json.Wrong("缺少必要的请求参数: " + name);
      default -> throw new Json.Wrong(name + " 须为整数");
    };
  }

  public int index(String name) {
    var number = number(name);
    if (number <= 0 || number > Integer.MAX_VALUE) {
      throw new Json.Wrong(name + " 须为 1 至 2147483647 的整数，这里是 " + number);
    }
    return (int) number;
  }

  public boolean yes(String name) {
    return Boolean.TRUE.equals(object.get(name));
  }
}
