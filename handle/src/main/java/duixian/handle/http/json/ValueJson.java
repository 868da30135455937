package duixian.handle.http.json;

import duixian.handle.value.AdminRecord;
import duixian.handle.value.HandleValue;
import duixian.handle.value.Malformed;
import duixian.handle.value.Reference;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Values in the JSON of deployed resolvers: `{"index", "type", "data": {"format", "value"}, "ttl",
/// "timestamp"}`, formats `string`, `base64`, `hex` and `admin`.
public final class ValueJson {
  private ValueJson() {}

  /// The answer to a resolve that succeeded.
  public static byte[] resolved(String handle, List<HandleValue> values) {
    return answer(handle, 1, values);
  }

  /// The answer to a resolve; `code` is the number of the protocol.
  public static byte[] answer(String handle, int code, List<HandleValue> values) {
    return Json.write(json -> {
      json.writeStartObject();
      json.writeNumberProperty("responseCode", code);
      json.writeStringProperty("handle", handle);
      write(json, values);
      json.writeEndObject();
    });
  }

  public static void write(JsonGenerator json, List<HandleValue> values) {
    json.writeName("values");
    json.writeStartArray();
    for (var value : values) {
      write(json, value);
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, HandleValue value) {
    json.writeStartObject();
    json.writeNumberProperty("index", Integer.toUnsignedLong(value.index()));
    json.writeStringProperty("type", value.type());
    json.writeName("data");
    data(json, value);
    json.writeNumberProperty("ttl", value.ttl());
    json.writeStringProperty("timestamp", Instant.ofEpochSecond(value.timestamp()).toString());
    if (value.permissions() != HandleValue.USUAL_PERMISSIONS) {
      json.writeStringProperty("permissions", permissions(value.permissions()));
    }
    json.writeEndObject();
  }

  private static void data(JsonGenerator json, HandleValue value) {
    json.writeStartObject();
    var admin = value.type().equals(AdminRecord.TYPE) ? admin(value.data()) : null;
    var text = text(value.data());
    if (admin != null) {
      json.writeStringProperty("format", "admin");
      json.writeName("value");
      json.writeStartObject();
      json.writeStringProperty("handle", admin.administrator().handle());
      json.writeNumberProperty("index", Integer.toUnsignedLong(admin.administrator().index()));
      json.writeStringProperty("permissions", bits(admin.permissions()));
      json.writeEndObject();
    } else if (text != null) {
      json.writeStringProperty("format", "string");
      json.writeStringProperty("value", text);
    } else {
      json.writeStringProperty("format", "base64");
      json.writeStringProperty("value", Base64.getEncoder().encodeToString(value.data()));
    }
    json.writeEndObject();
  }

  private static String permissions(int bits) {
    return String.format("%4s", Integer.toBinaryString(bits & 0xf)).replace(' ', '0');
  }

  private static String bits(int permissions) {
    return String.format("%12s", Integer.toBinaryString(permissions)).replace(' ', '0');
  }

  private static @Nullable AdminRecord admin(byte[] data) {
    try {
      return AdminRecord.read(data);
    } catch (Malformed _) {
      return null;
    }
  }

  private static @Nullable String text(byte[] data) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data)).toString();
    } catch (CharacterCodingException _) {
      return null;
    }
  }

  public static List<HandleValue> readAll(List<Fields> values) {
    return values.stream().map(ValueJson::read).toList();
  }

  private static HandleValue read(Fields json) {
    var value = HandleValue.of(json.index("index"), json.text("type"), bytes(json));
    var bits = json.text("permissions", "1110");
    if (!bits.matches("[01]{4}")) {
      throw new Json.Wrong("permissions 须为四位 0 或 1，这里是 " + bits);
    }
    var ttl = json.number("ttl", HandleValue.DAY);
    if (ttl < 0 || ttl > Integer.MAX_VALUE) {
      throw new Json.Wrong("ttl 须为不小于 0 的秒数，这里是 " + ttl);
    }
    return new HandleValue(
        value.index(),
        0,
        HandleValue.RELATIVE,
        (int) ttl,
        Integer.parseInt(bits, 2),
        value.type(),
        value.data(),
        List.of());
  }

  private static byte[] bytes(Fields json) {
    if (json.object().get("data") instanceof String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    var data = json.part("data");
    try {
      return switch (data.text("format", "string")) {
        case "string" -> data.text("value").getBytes(StandardCharsets.UTF_8);
        case "base64" -> Base64.getDecoder().decode(data.text("value"));
        case "hex" -> HexFormat.of().parseHex(data.text("value"));
        case "admin" -> adminBytes(data.part("value"));
        default -> throw new Json.Wrong("format 须为 string、base64、hex 或 admin");
      };
    } catch (IllegalArgumentException e) {
      throw new Json.Wrong("data.value 与 format 不符：" + e.getMessage());
    }
  }

  private static byte[] adminBytes(Fields admin) {
    var bits = admin.text("permissions", "111111111111");
    if (!bits.matches("[01]{1,12}")) {
      throw new Json.Wrong("管理员权限须为至多十二位 0 或 1，这里是 " + bits);
    }
    var who = new Reference(admin.text("handle"), (int) admin.number("index", 0));
    return new AdminRecord(Integer.parseInt(bits, 2), who).toBytes();
  }
}
