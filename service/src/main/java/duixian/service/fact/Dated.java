package duixian.service.fact;

import duixian.policy.facts.Facts;
import duixian.policy.facts.FactsBuilder;
import duixian.policy.facts.Origin;
import duixian.policy.facts.Table;
import duixian.policy.facts.TableBuilder;
import duixian.policy.model.Field;
import duixian.policy.model.Type;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Facts as the documents in them were dated: what a record says for a later day is left out, and
/// so is a record of a later year or one all of whose days are later.
public final class Dated {
  private final Facts known;
  private final LocalDate day;
  private final FactsBuilder builder;

  private Dated(Facts known, LocalDate day) {
    this.known = known;
    this.day = day;
    this.builder = new FactsBuilder(known.policy());
  }

  public static Facts until(Facts known, LocalDate day) {
    var dated = new Dated(known, day);
    var kept = new java.util.HashMap<String, Set<String>>();
    // Parents come first in a policy, so that children of a record that is left out are too.
    for (var table : known.tables()) {
      kept.put(table.entity().name(), dated.table(table, kept));
    }
    var facts = dated.builder.build();
    if (facts == null) {
      throw new IllegalStateException(
          "facts until " + day + ": " + dated.builder.problems().lines());
    }
    return facts;
  }

  private Set<String> table(Table from, java.util.Map<String, Set<String>> parents) {
    var entity = from.entity();
    var kept = new HashSet<String>();
    var into = builder.table(entity.name(), Origin.records("事实库", entity.name()));
    if (into == null) {
      throw new IllegalStateException("no table for " + entity.name());
    }
    var days = entity.fields().stream().filter(field -> field.type() instanceof Type.Day).toList();
    for (int row = 0; row < from.size(); row++) {
      if (isThere(from, row, days, parents)) {
        kept.add(from.id(row));
        copy(from, row, into);
      }
    }
    return kept;
  }

  private boolean isThere(
      Table from, int row, List<Field> days, java.util.Map<String, Set<String>> parents) {
    var entity = from.entity();
    if (entity.yearly() && from.year(row) > day.getYear()) {
      return false;
    }
    var above = entity.parent();
    if (above != null
        && !parents
            .getOrDefault(above.name(), Set.of())
            .contains(known.table(above).id(from.parent(row)))) {
      return false;
    }
    var dated = false;
    for (var field : days) {
      var value = from.value(field, row);
      if (value != Table.MISSING) {
        dated = true;
        if (value <= day.toEpochDay()) {
          return true;
        }
      }
    }
    return !dated;
  }

  private void copy(Table from, int row, TableBuilder into) {
    var entity = from.entity();
    into.begin(row + 1);
    into.text(into.slot("标识"), from.id(row));
    var above = entity.parent();
    if (above != null) {
      into.text(into.slot(above.name()), known.table(above).id(from.parent(row)));
    }
    if (entity.yearly()) {
      into.text(into.slot("年度"), Integer.toString(from.year(row)));
    }
    for (var field : entity.fields()) {
      var value = from.value(field, row);
      var later = field.type() instanceof Type.Day && value > day.toEpochDay();
      if (value != Table.MISSING && !later) {
        into.text(into.slot(field.name()), FactText.of(known, field, value));
      }
    }
    into.end();
  }
}
