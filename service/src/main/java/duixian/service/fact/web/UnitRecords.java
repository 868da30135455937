package duixian.service.fact.web;

import duixian.policy.facts.Facts;
import duixian.policy.facts.Table;
import duixian.policy.model.Entity;
import duixian.policy.model.Field;
import duixian.policy.model.Policy;
import duixian.service.fact.FactStore;
import duixian.service.fact.FactText;
import duixian.service.fact.contest.Contests.Contest;
import duixian.service.law.Laws;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The records that hang on a unit's own root records; those of others that rules compare them with
/// stay out.
@Component
class UnitRecords {
  private final Laws laws;
  private final FactStore store;

  UnitRecords(Laws laws, FactStore store) {
    this.laws = laws;
    this.store = store;
  }

  /// Rows of a table.
  record Own(Facts facts, Table table, List<Integer> rows) {}

  Policy policy() {
    return laws.inForce();
  }

  /// By entity, in the order of the policy; entities without a record are left out.
  Map<Entity, Own> of(String unit) {
    var policy = policy();
    var own = new LinkedHashMap<Entity, Own>();
    for (var root : policy.entities()) {
      if (root.parent() == null && store.isKnown(root.name(), unit)) {
        var facts = store.unit(policy, root.name(), unit, store.now());
        for (var entity : policy.entities()) {
          if (entity.root().equals(root)) {
            var table = facts.table(entity);
            var rows = rows(facts, table, unit);
            if (!rows.isEmpty()) {
              own.put(entity, new Own(facts, table, rows));
            }
          }
        }
      }
    }
    return own;
  }

  private static List<Integer> rows(Facts facts, Table table, String unit) {
    var rows = new ArrayList<Integer>();
    for (int row = 0; row < table.size(); row++) {
      if (root(facts, table, row).equals(unit)) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static String root(Facts facts, Table table, int row) {
    var here = table;
    var at = row;
    for (var above = here.entity().parent(); above != null; above = here.entity().parent()) {
      at = here.parent(at);
      here = facts.table(above);
    }
    return here.id(at);
  }

  /// With its values for the eye.
  Contest shown(Contest contest) {
    var entity = policy().entity(contest.entity());
    var field = entity == null ? null : entity.field(contest.field());
    return field == null
        ? contest
        : contest.saying(
            FactText.shown(field, contest.value()), FactText.shown(field, contest.claimed()));
  }

  /// A stored number in words; `—` when it was not supplied.
  static String text(Facts facts, Field field, long stored) {
    if (stored == Table.MISSING) {
      return "—";
    }
    return FactText.shown(field, FactText.of(facts, field, stored));
  }
}
