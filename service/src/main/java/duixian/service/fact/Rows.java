package duixian.service.fact;

import duixian.policy.facts.Facts;
import duixian.policy.facts.FactsBuilder;
import duixian.policy.facts.Origin;
import duixian.policy.facts.TableBuilder;
import duixian.policy.model.Policy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rows of the database as the tables that a policy runs on. What this policy does not know is left
/// out: it may have been said for another one.
final class Rows {
  private Rows() {}

  /// What holds in a field of a record.
  record Cell(String field, String value, Source source) {}

  /// A record; `root` is its own id when it has no parent.
  record Row(
      long id,
      long root,
      String entity,
      String code,
      @Nullable String parent,
      @Nullable Integer year,
      List<Cell> cells) {}

  static Facts facts(Policy policy, List<Row> rows) {
    var tables = new LinkedHashMap<String, List<Row>>();
    for (var row : rows) {
      tables.computeIfAbsent(row.entity(), _ -> new ArrayList<>()).add(row);
    }
    var builder = new FactsBuilder(policy);
    tables.forEach((entity, records) -> table(policy, builder, entity, records));
    var facts = builder.build();
    if (facts == null) {
      throw new IllegalStateException("stored facts do not read: " + builder.problems().lines());
    }
    return facts;
  }

  private static void table(Policy policy, FactsBuilder builder, String name, List<Row> rows) {
    var entity = policy.entity(name);
    var table = entity == null ? null : builder.table(name, Origin.records("事实库", name));
    if (entity == null || table == null) {
      return;
    }
    var id = table.slot("标识");
    var parent =
        entity.parent() == null ? TableBuilder.UNKNOWN : table.slot(entity.parent().name());
    var year = entity.yearly() ? table.slot("年度") : TableBuilder.UNKNOWN;
    var slots = new HashMap<String, Integer>();
    entity.fields().forEach(field -> slots.put(field.name(), table.slot(field.name())));
    var number = 0;
    for (var row : rows) {
      table.begin(++number);
      table.text(id, row.code());
      text(table, parent, row.parent());
      text(table, year, row.year() == null ? null : row.year().toString());
      row.cells().forEach(cell -> field(table, slots, cell));
      table.end();
    }
  }

  private static void field(TableBuilder table, Map<String, Integer> slots, Cell cell) {
    var slot = slots.get(cell.field());
    if (slot != null) {
      text(table, slot, cell.value());
    }
  }

  private static void text(TableBuilder table, int slot, @Nullable String value) {
    if (slot != TableBuilder.UNKNOWN && value != null) {
      table.text(slot, value);
    }
  }
}
