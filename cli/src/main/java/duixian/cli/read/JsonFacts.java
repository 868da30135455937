package duixian.cli.read;

import duixian.cli.terminal.Progress;
import duixian.policy.facts.FactsBuilder;
import duixian.policy.facts.Origin;
import duixian.policy.facts.Problem;
import duixian.policy.facts.TableBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/// One JSON object: a key per 主体, an array of records. Streams; numbers stay decimal.
final class JsonFacts {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(20)
                  .maxStringLength(10_000)
                  .maxNameLength(1_000)
                  .maxNumberLength(100)
                  .build())
          .build();

  private final String file;
  private final FactsBuilder builder;
  private final JsonParser json;

  private JsonFacts(String file, FactsBuilder builder, JsonParser json) {
    this.file = file;
    this.builder = builder;
    this.json = json;
  }

  static void read(Path path, FactsBuilder builder, Progress progress) throws IOException {
    var file = String.valueOf(path.getFileName());
    try (var in = progress.reading(path);
        var json = FACTORY.createParser(ObjectReadContext.empty(), in)) {
      new JsonFacts(file, builder, json).whole();
    } catch (JacksonIOException broken) {
      throw broken.getCause();
    } catch (JacksonException broken) {
      var problem = new Problem(file, "", "", sentence(broken));
      if (isEncoding(broken)) {
        builder.problems().replaceBy(problem);
      } else {
        builder.problems().add(problem);
      }
    }
  }

  private void whole() {
    var first = json.nextToken();
    if (first != JsonToken.START_OBJECT) {
      FactsReader.refuse(
          builder,
          file,
          first == null
              ? "是空文件；请写成 {\"主体\": [{\"标识\": …}]}"
              : "最外层应是一个对象；请写成 {\"主体\": [{\"标识\": …}]}");
      return;
    }
    while (json.nextToken() != JsonToken.END_OBJECT) {
      table(json.currentName());
    }
    if (json.nextToken() != null) {
      FactsReader.refuse(builder, file, line() + "：对象结束后还有内容；一个文件只写一个对象");
    }
  }

  private void table(String key) {
    var table = builder.table(key, Origin.records(file, key));
    if (json.nextToken() != JsonToken.START_ARRAY) {
      FactsReader.refuse(builder, file + " " + key, "应是记录的数组；请写成 [{\"标识\": …}]");
      json.skipChildren();
    } else if (table == null) {
      json.skipChildren();
    } else {
      records(key, table);
    }
  }

  private void records(String key, TableBuilder table) {
    var number = 1;
    for (var token = json.nextToken();
        token != JsonToken.END_ARRAY;
        token = json.nextToken(), number++) {
      if (token == JsonToken.START_OBJECT) {
        table.begin(number);
        record(table);
        table.end();
      } else {
        FactsReader.refuse(builder, file + " " + key, "第" + number + "条不是对象；请写成 {\"标识\": …}");
        json.skipChildren();
      }
    }
  }

  private void record(TableBuilder table) {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      var slot = table.slot(json.currentName());
      value(table, slot, Objects.requireNonNull(json.nextToken()));
    }
  }

  private void value(TableBuilder table, int slot, JsonToken token) {
    switch (token) {
      case VALUE_STRING -> table.text(slot, json.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> table.number(slot, json.getDecimalValue());
      case VALUE_TRUE -> table.flag(slot, true);
      case VALUE_FALSE -> table.flag(slot, false);
      case VALUE_NULL -> table.text(slot, "");
      case START_ARRAY -> nested(table, slot, "数组");
      case START_OBJECT -> nested(table, slot, "对象");
      case NOT_AVAILABLE, END_ARRAY, END_OBJECT, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("no value at " + json.currentTokenLocation());
    }
  }

  private void nested(TableBuilder table, int slot, String what) {
    table.refuse(slot, what);
    json.skipChildren();
  }

  private String line() {
    return "第 " + json.currentTokenLocation().getLineNr() + " 行";
  }

  private static String sentence(JacksonException broken) {
    var at = broken.getLocation();
    var place = at == null || at.getLineNr() < 1 ? "" : "第 " + at.getLineNr() + " 行";
    return place
        + switch (broken) {
          case StreamConstraintsException _ -> "有太长的文字、太长的数字或太深的嵌套；请核对这一行是否缺了引号或括号";
          case UnexpectedEndOfInputException _ -> "处文件突然结束；请核对括号和引号是否成对，文件是否完整";
          case StreamReadException _ when isEncoding(broken) -> "处不是 UTF-8 编码；请另存为 UTF-8";
          default -> "第 " + (at == null ? 1 : at.getColumnNr()) + " 列附近不是合法的 JSON；请核对逗号、引号和括号";
        };
  }

  private static boolean isEncoding(JacksonException broken) {
    var detail = broken.getOriginalMessage();
    return broken instanceof StreamReadException
        && (detail.contains("UTF-8") || detail.contains("UTF-32"));
  }
}
