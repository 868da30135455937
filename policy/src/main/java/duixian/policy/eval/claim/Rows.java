package duixian.policy.eval.claim;

import duixian.policy.eval.expression.Evaluation;
import duixian.policy.eval.expression.Parts;
import duixian.policy.eval.expression.Scope;
import duixian.policy.eval.expression.Value;
import duixian.policy.model.Award;
import duixian.policy.model.Expr;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which rows an award has: its objects, in the years that they have.
public final class Rows {
  private final Evaluation evaluation;
  private final Rewarded rewarded;
  private final LocalDate assessed;

  public Rows(Evaluation evaluation, Rewarded rewarded) {
    this.evaluation = evaluation;
    this.rewarded = rewarded;
    this.assessed = evaluation.run().day();
  }

  /// In order of award, object and year.
  public List<Row> all() {
    var rows = new ArrayList<Row>();
    for (var award : evaluation.run().policy().awards()) {
      var yearly = yearly(award);
      var objects = evaluation.facts().table(award.object()).size();
      for (int object = 0; object < objects; object++) {
        if (award.object().yearly()) {
          add(rows, inYear(award, object, evaluation.facts().table(award.object()).year(object)));
        } else if (award.rowPerYear()) {
          for (var year : years(award, object, yearly)) {
            add(rows, inYear(award, object, year));
          }
        } else {
          add(rows, onDay(award, object));
        }
      }
    }
    return rows;
  }

  private static void add(List<Row> rows, @Nullable Row row) {
    if (row != null) {
      rows.add(row);
    }
  }

  private @Nullable Row inYear(Award award, int object, int year) {
    var scope = scope(award, object, year, evaluation.eras().ofYear(year));
    var day = evaluation.eras().lastDay(year);
    var end = new Value.Day(LocalDate.of(year, 12, 31).toEpochDay());
    return row(award, scope, true, day, end, end);
  }

  private @Nullable Row onDay(Award award, int object) {
    var expires = evaluation.run().policy().expires();
    var latest = assessed.isAfter(expires) ? expires : assessed;
    var provisional = scope(award, object, assessed.getYear(), evaluation.eras().of(assessed));
    var date =
        award.day() == null
            ? new Value.Day(latest.toEpochDay())
            : evaluation.value(award.day(), provisional);
    if (!(date instanceof Value.Day(var epochDay))) {
      return row(award, provisional, false, null, date, date);
    }
    var day = LocalDate.ofEpochDay(epochDay);
    var scope = scope(award, object, day.getYear(), evaluation.eras().of(day));
    return row(award, scope, false, day, date, date);
  }

  private @Nullable Row row(
      Award award,
      Scope scope,
      boolean yearly,
      @Nullable LocalDate day,
      Value date,
      Value usualOrder) {
    var filter = award.filter() == null ? Value.TRUE : evaluation.value(award.filter(), scope);
    if (filter.equals(Value.FALSE)) {
      return null;
    }
    var order = award.order() == null ? usualOrder : evaluation.value(award.order(), scope);
    var root = evaluation.records().root(award.object(), scope.row());
    return new Row(award, scope.row(), root, yearly, scope, day, filter, date, order);
  }

  private Scope scope(Award award, int object, int year, int era) {
    var root = evaluation.records().root(award.object(), object);
    return new Scope(award.object(), object, year, era, rewarded.past(award, root, year));
  }

  /// The years of the records that the award's expressions gather.
  private Iterable<Integer> years(
      Award award, int object, List<Parts.Placed<Expr.Aggregate>> gathered) {
    var years = new TreeSet<Integer>();
    for (var placed : gathered) {
      var up = placed.up() + placed.node().up();
      var owner = award.object().ancestor(up);
      var ownerRow = evaluation.records().ancestor(award.object(), object, up);
      var table = evaluation.facts().table(placed.node().children());
      for (var child : evaluation.records().below(owner, ownerRow, placed.node().children())) {
        years.add(table.year(child));
      }
    }
    return years;
  }

  private static List<Parts.Placed<Expr.Aggregate>> yearly(Award award) {
    var filter = Stream.ofNullable(award.filter());
    var exprs =
        Stream.concat(
            Stream.concat(filter, award.conditions().stream()), Stream.of(award.amount()));
    return award.rowPerYear() ? Parts.yearly(exprs.toList()) : List.of();
  }
}
