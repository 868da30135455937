package duixian.service.fact;

import duixian.policy.facts.Facts;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is known about one root record: the facts that a policy runs on, and where each comes from.
public final class UnitFacts {
  private static final Set<Source> INDEPENDENT = EnumSet.of(Source.MEASURED, Source.RECOGNISED);

  private final Facts facts;
  private final Map<String, Map<String, Map<String, Source>>> sources = new HashMap<>();

  /// `own` are the rows of the root record itself and of all below it.
  UnitFacts(Facts facts, List<Rows.Row> own) {
    this.facts = facts;
    for (var row : own) {
      var fields = new HashMap<String, Source>();
      row.cells().forEach(cell -> fields.put(cell.field(), cell.source()));
      sources.computeIfAbsent(row.entity(), _ -> new HashMap<>()).put(row.code(), fields);
    }
  }

  public Facts facts() {
    return facts;
  }

  /// Whether all known facts of these fields of these entities are measured or recognised: of the
  /// object itself when it is of that entity, else of every record of the entity under the root.
  /// False when none is known.
  public boolean areIndependent(String object, Map<String, List<String>> fields) {
    var seen = false;
    for (var entry : fields.entrySet()) {
      var records = sources.getOrDefault(entry.getKey(), Map.of());
      var itself = records.get(object);
      for (var record : itself == null ? records.values() : List.of(itself)) {
        for (var field : entry.getValue()) {
          var source = record.get(field);
          if (source != null && !INDEPENDENT.contains(source)) {
            return false;
          }
          seen |= source != null;
        }
      }
    }
    return seen;
  }
}
