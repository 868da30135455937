package duixian.service.fact;

import duixian.policy.facts.Facts;
import duixian.policy.facts.FactsBuilder;
import duixian.policy.facts.Origin;
import duixian.policy.facts.Problem;
import duixian.policy.facts.Table;
import duixian.policy.facts.TableBuilder;
import duixian.policy.model.Policy;
import duixian.service.audit.CanonicalJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Facts as one canonical line of JSON with the keys of the facts files, every value as text: what
/// a snapshot holds. Reading it gives the same facts with the same digest.
public final class FactsJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private FactsJson() {}

  /// What came of reading: facts, or what is wrong.
  public sealed interface Read {
    record Complete(Facts facts) implements Read {}

    record Refused(List<String> complaints) implements Read {
      public Refused {
        complaints = List.copyOf(complaints);
      }
    }
  }

  public static String text(Facts facts) {
    var tables = new LinkedHashMap<String, Object>();
    for (var table : facts.tables()) {
      if (table.size() > 0) {
        tables.put(table.entity().name(), records(facts, table));
      }
    }
    return CanonicalJson.text(tables);
  }

  /// Reads one object of arrays of records; numbers and booleans may stand bare.
  public static Read read(Policy policy, String json, String file) {
    var builder = new FactsBuilder(policy);
    try {
      var root = JSON.readTree(json);
      if (!root.isObject()) {
        return new Read.Refused(List.of(file + "：最外层应是一个对象；请写成 {\"主体\": [{\"标识\": …}]}"));
      }
      for (var entry : root.properties()) {
        table(builder, file, entry.getKey(), entry.getValue());
      }
    } catch (JacksonException e) {
      return new Read.Refused(List.of(file + "：不是合法的 JSON（" + e.getOriginalMessage() + "）"));
    }
    var facts = builder.build();
    return facts == null ? new Read.Refused(builder.problems().lines()) : new Read.Complete(facts);
  }

  /// One statement for each value, in the order of the policy's entities, so that parents come
  /// first.
  public static List<Statement> statements(Facts facts, Source source, String origin) {
    var statements = new ArrayList<Statement>();
    for (var table : facts.tables()) {
      var entity = table.entity();
      var above = entity.parent();
      for (int row = 0; row < table.size(); row++) {
        for (var field : entity.fields()) {
          var stored = table.value(field, row);
          if (stored != Table.MISSING) {
            statements.add(
                new Statement(
                    entity.name(),
                    table.id(row),
                    above == null ? null : above.name(),
                    above == null ? null : facts.table(above).id(table.parent(row)),
                    entity.yearly() ? table.year(row) : null,
                    field.name(),
                    FactText.of(facts, field, stored),
                    null,
                    null,
                    source,
                    null,
                    origin));
          }
        }
      }
    }
    return statements;
  }

  private static List<Map<String, Object>> records(Facts facts, Table table) {
    var entity = table.entity();
    var records = new ArrayList<Map<String, Object>>();
    for (int row = 0; row < table.size(); row++) {
      var record = new LinkedHashMap<String, Object>();
      record.put("标识", table.id(row));
      if (entity.parent() != null) {
        record.put(entity.parent().name(), facts.table(entity.parent()).id(table.parent(row)));
      }
      if (entity.yearly()) {
        record.put("年度", Integer.toString(table.year(row)));
      }
      for (var field : entity.fields()) {
        var stored = table.value(field, row);
        if (stored != Table.MISSING) {
          record.put(field.name(), FactText.of(facts, field, stored));
        }
      }
      records.add(record);
    }
    return records;
  }

  private static void table(FactsBuilder builder, String file, String key, JsonNode records) {
    var table = builder.table(key, Origin.records(file, key));
    if (table == null) {
      return;
    }
    if (!records.isArray()) {
      builder.problems().add(new Problem(file + " " + key, "", "", "应是记录的数组"));
      return;
    }
    var number = 1;
    for (var record : records) {
      table.begin(number++);
      record.properties().forEach(cell -> value(table, table.slot(cell.getKey()), cell.getValue()));
      table.end();
    }
  }

  private static void value(TableBuilder table, int slot, JsonNode value) {
    if (value.isNumber()) {
      table.number(slot, value.decimalValue());
    } else if (value.isBoolean()) {
      table.flag(slot, value.booleanValue());
    } else if (value.isString()) {
      table.text(slot, value.stringValue());
    } else if (value.isNull()) {
      table.text(slot, "");
    } else {
      table.refuse(slot, value.isArray() ? "数组" : "对象");
    }
  }
}
