package duixian.cli.report;

import duixian.policy.trace.Receipt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/// A receipt as JSON: by itself, or under 回执 in a result.
public final class ReceiptJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, String> readings = new TreeMap<>();

  private ReceiptJson() {}

  public static String text(Receipt receipt) {
    var json = new JsonLine();
    write(json, receipt);
    return json.take() + "\n";
  }

  static void write(JsonLine json, Receipt receipt) {
    json.open('{').key("政策").text(receipt.policy()).key("版本").text(receipt.version());
    json.key("认定日").text(receipt.day().toString()).key("解释点").open('{');
    receipt.readings().forEach((name, choice) -> json.key(name).text(choice));
    json.close('}').key("行数").number(receipt.rows());
    json.key("事实摘要").text(receipt.facts()).key("结果摘要").text(receipt.result()).close('}');
  }

  /// The receipt in the file; null when there is none that can be read.
  public static @Nullable Receipt read(Path path) throws IOException {
    try (var in = Files.newInputStream(path)) {
      return new ReceiptJson().read(in);
    } catch (JacksonIOException broken) {
      throw broken.getCause();
    } catch (JacksonException | DateTimeException _) {
      return null;
    }
  }

  private @Nullable Receipt read(InputStream in) {
    try (var json = FACTORY.createParser(ObjectReadContext.empty(), in)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      object(json);
    }
    return receipt();
  }

  /// Takes what a receipt may hold; a nested 回执 overrides what stands around it.
  private void object(JsonParser json) {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      var key = String.valueOf(json.currentName());
      var token = json.nextToken();
      if (token == JsonToken.START_OBJECT && key.equals("回执")) {
        object(json);
      } else if (token == JsonToken.START_OBJECT && key.equals("解释点")) {
        readings.clear();
        readings(json);
      } else if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
        json.skipChildren();
      } else {
        texts.put(key, String.valueOf(json.getString()));
      }
    }
  }

  private void readings(JsonParser json) {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      var name = String.valueOf(json.currentName());
      json.nextToken();
      readings.put(name, String.valueOf(json.getString()));
      json.skipChildren();
    }
  }

  private @Nullable Receipt receipt() {
    var policy = texts.get("政策");
    var version = texts.get("版本");
    var day = texts.get("认定日");
    var facts = texts.get("事实摘要");
    var result = texts.get("结果摘要");
    var rows = texts.get("行数");
    if (policy == null
        || version == null
        || day == null
        || facts == null
        || result == null
        || rows == null
        || !rows.matches("\\d{1,18}")) {
      return null;
    }
    return new Receipt(
        policy, version, LocalDate.parse(day), readings, facts, result, Long.parseLong(rows));
  }
}
