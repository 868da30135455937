package duixian.handle.load;

import duixian.handle.value.HandleValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// One JSON object per line, as the HTTP interface takes and gives them: `{"handle": …, "values":
/// [{"index": 1, "type": "URL", "data": …}]}`, where data is a text or `{"format": "string" |
/// "base64" | "hex", "value": …}`. `标识` may stand for `handle`.
final class NdjsonRows implements Rows {
  private final JsonFactory factory = new JsonFactory();

  @Override
  public boolean quotes() {
    return false;
  }

  @Override
  public int start() {
    return 0;
  }

  @Override
  public void each(Stretch stretch, Consumer<Row> visitor) {
    var bytes = stretch.bytes();
    int from = 0;
    for (long line = stretch.line(); from < stretch.length(); line++) {
      int to = from;
      while (to < stretch.length() && bytes[to] != '\n') {
        to++;
      }
      if (!blank(bytes, from, to)) {
        visitor.accept(row(bytes, from, to - from, line));
      }
      from = to + 1;
    }
  }

  private static boolean blank(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] > ' ' || bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  private Row row(byte[] bytes, int from, int length, long line) {
    try (var json = factory.createParser(ObjectReadContext.empty(), bytes, from, length)) {
      return object(json, line);
    } catch (JacksonException e) {
      return new Row.Unreadable(line, "不是合法的 JSON：" + e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      return new Row.Unreadable(line, String.valueOf(e.getMessage()));
    }
  }

  private static Row object(JsonParser json, long line) {
    expect(json.nextToken() == JsonToken.START_OBJECT, "每行须为一个 JSON 对象");
    String id = null;
    var values = new ArrayList<HandleValue>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = json.currentName();
      var token = json.nextToken();
      switch (name) {
        case "handle", "标识" -> id = text(json, name);
        case "values" -> {
          expect(token == JsonToken.START_ARRAY, "values 须为数组");
          while (json.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(json));
          }
        }
        default -> json.skipChildren();
      }
    }
    expect(json.nextToken() == null, "一行只能有一个 JSON 对象");
    return id == null ? new Row.Unreadable(line, "缺少 handle") : new Row.Read(line, id, values);
  }

  private static HandleValue value(JsonParser json) {
    expect(json.currentToken() == JsonToken.START_OBJECT, "values 的每项须为对象");
    int index = 0;
    var type = "";
    byte @Nullable [] data = null;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = json.currentName();
      var token = json.nextToken();
      switch (name) {
        case "index" -> {
          expect(token == JsonToken.VALUE_NUMBER_INT, "index 须为整数");
          index = json.getIntValue();
        }
        case "type" -> type = text(json, name);
        case "data" -> data = data(json);
        default -> json.skipChildren();
      }
    }
    expect(data != null, "索引 " + index + " 缺少 data");
    return HandleValue.of(index, type, data == null ? new byte[0] : data);
  }

  private static byte[] data(JsonParser json) {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      return json.getString().getBytes(StandardCharsets.UTF_8);
    }
    expect(json.currentToken() == JsonToken.START_OBJECT, "data 须为文本或对象");
    var format = "string";
    var value = "";
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = json.currentName();
      json.nextToken();
      switch (name) {
        case "format" -> format = text(json, name);
        case "value" -> value = text(json, name);
        default -> json.skipChildren();
      }
    }
    return bytes(format, value);
  }

  private static byte[] bytes(String format, String value) {
    return switch (format) {
      case "string" -> value.getBytes(StandardCharsets.UTF_8);
      case "base64" -> Base64.getDecoder().decode(value);
      case "hex" -> HexFormat.of().parseHex(value);
      default ->
          throw new IllegalArgumentException(
              "data 的 format 须为 " + String.join("、", List.of("string", "base64", "hex")));
    };
  }

  private static String text(JsonParser json, String name) {
    expect(json.currentToken() == JsonToken.VALUE_STRING, name + " 须为文本");
    return json.getString();
  }

  private static void expect(boolean fulfilled, String sentence) {
    if (!fulfilled) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
