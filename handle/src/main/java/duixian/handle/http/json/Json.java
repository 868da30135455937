package duixian.handle.http.json;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Reads JSON into maps, lists, strings, longs, doubles and booleans; writes it through a
/// generator.
public final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /// What a client sent is not the JSON it should be; the message is for the client.
  public static final class Wrong extends RuntimeException {
    public Wrong(String sentence) {
      super(sentence, null, false, false);
    }
  }

  public static @Nullable Object read(byte[] bytes) {
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
      var token = parser.nextToken();
      if (token == null) {
        throw new Wrong("请求体为空，须为 JSON");
      }
      var value = value(parser, token);
      if (parser.nextToken() != null) {
        throw new Wrong("JSON 之后还有多余的内容");
      }
      return value;
    } catch (JacksonException e) {
      var at = e.getLocation();
      throw new Wrong(
          "JSON 第 "
              + (at == null ? 1 : at.getLineNr())
              + " 行第 "
              + (at == null ? 1 : at.getColumnNr())
              + " 列不正确");
    }
  }

  private static @Nullable Object value(JsonParser parser, JsonToken token) {
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> list(parser);
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new Wrong("JSON 不完整");
    };
  }

  private static Map<String, @Nullable Object> object(JsonParser parser) {
    var object = new LinkedHashMap<String, @Nullable Object>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = parser.currentName();
      object.put(name, value(parser, parser.nextToken()));
    }
    return object;
  }

  private static List<@Nullable Object> list(JsonParser parser) {
    var list = new ArrayList<@Nullable Object>();
    for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      list.add(value(parser, token));
    }
    return list;
  }

  public static byte[] write(Consumer<JsonGenerator> content) {
    var out = new ByteArrayOutputStream(512);
    try (var generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      content.accept(generator);
    }
    return out.toByteArray();
  }
}
