package duixian.service.fact.intake;

import duixian.policy.facts.Facts;
import duixian.policy.facts.Table;
import duixian.policy.model.Entity;
import duixian.policy.model.Field;
import duixian.policy.model.Policy;
import duixian.policy.model.Type;
import duixian.service.fact.FactStore;
import duixian.service.fact.FactText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the city now knows of all records of one entity, by their 标识.
final class Known {
  static final String ID = "标识";
  static final String YEAR = "年度";

  private final Entity entity;
  private final Facts facts;
  private final Table table;
  private final Map<String, Integer> rows = new HashMap<>();

  Known(Policy policy, Entity entity, FactStore store) {
    var wanted = new LinkedHashMap<String, Set<String>>();
    for (@Nullable Entity one = entity; one != null; one = one.parent()) {
      wanted.put(
          one.name(),
          one.equals(entity)
              ? entity.fields().stream().map(Field::name).collect(Collectors.toSet())
              : Set.of());
    }
    this.entity = entity;
    this.facts = store.city(policy, wanted, store.now());
    this.table = facts.table(entity);
    for (int row = 0; row < table.size(); row++) {
      rows.put(table.id(row), row);
    }
  }

  /// The columns of a table of such records: 标识, what they belong to, their year, their facts.
  static List<String> head(Entity entity) {
    var head = new ArrayList<>(keys(entity));
    entity.fields().forEach(field -> head.add(field.name()));
    return head;
  }

  /// The columns without which a row says nothing.
  static List<String> keys(Entity entity) {
    var keys = new ArrayList<>(List.of(ID));
    if (entity.parent() != null) {
      keys.add(entity.parent().name());
    }
    if (entity.yearly()) {
      keys.add(YEAR);
    }
    return keys;
  }

  boolean has(String code) {
    return rows.containsKey(code);
  }

  /// The 标识 of the record above; empty for a root and for what is not known.
  String parent(String code) {
    var row = rows.get(code);
    return row == null ? "" : parent(row);
  }

  /// 0 unless yearly and known.
  int year(String code) {
    var row = rows.get(code);
    return row == null || !entity.yearly() ? 0 : table.year(row);
  }

  /// As it is stored; null when nothing is known.
  @Nullable String value(String code, Field field) {
    var row = rows.get(code);
    return row == null ? null : text(facts, table, field, row);
  }

  static @Nullable String text(Facts facts, Table table, Field field, int row) {
    var stored = table.value(field, row);
    return stored == Table.MISSING ? null : FactText.of(facts, field, stored);
  }

  Facts facts() {
    return facts;
  }

  /// Every record as a row under [#head], in the order of the table.
  List<List<@Nullable Object>> sheet() {
    var all = new ArrayList<List<@Nullable Object>>();
    for (int row = 0; row < table.size(); row++) {
      var cells = new ArrayList<@Nullable Object>();
      cells.add(table.id(row));
      if (entity.parent() != null) {
        cells.add(parent(row));
      }
      if (entity.yearly()) {
        cells.add(table.year(row));
      }
      for (var field : entity.fields()) {
        cells.add(cell(field, text(facts, table, field, row)));
      }
      all.add(cells);
    }
    return all;
  }

  private static @Nullable Object cell(Field field, @Nullable String text) {
    if (text == null) {
      return null;
    }
    return switch (field.type()) {
      case Type.Amount _ -> new BigDecimal(text);
      case Type.Flag _ -> text.equals("true") ? "是" : "否";
      case Type.Day _ -> LocalDate.parse(text);
      case Type.Choice _, Type.Reference _ -> text;
    };
  }

  private String parent(int row) {
    var above = entity.parent();
    return above == null ? "" : facts.table(above).id(table.parent(row));
  }
}
