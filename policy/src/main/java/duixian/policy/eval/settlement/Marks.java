package duixian.policy.eval.settlement;

import duixian.policy.eval.claim.Keys;
import duixian.policy.eval.claim.Row;
import duixian.policy.eval.expression.Evaluation;
import duixian.policy.eval.expression.Value;
import duixian.policy.model.Award.Frequency;
import duixian.policy.model.Key;
import duixian.policy.model.Literal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What can be used up: the years of a term, the single grant of 一次性, the places of 名额.
///
/// Within an open year a grant counts as made; when the year closes, only grants above zero remain.
final class Marks {
  private final Evaluation evaluation;
  private final Ceilings ceilings;
  private final Map<Mark, Integer> firstYears = new HashMap<>();
  private final Map<Mark, Row> single = new HashMap<>();
  private final Map<Mark, Integer> places = new HashMap<>();

  private enum Kind {
    TERM,
    CAP_TERM,
    SINGLE,
    PLACE
  }

  private record Mark(Kind kind, int index, List<Long> key) {}

  /// What stands against a row: a reason, or a key that is missing.
  record Stand(@Nullable String refusal, @Nullable Value obstacle) {}

  Marks(Evaluation evaluation, Ceilings ceilings) {
    this.evaluation = evaluation;
    this.ceilings = ceilings;
  }

  Stand against(Row row) {
    var obstacles = new ArrayList<Value>();
    var refusal = term(row, obstacles);
    refusal = refusal != null ? refusal : capTerms(row, obstacles);
    refusal = refusal != null ? refusal : single(row, obstacles);
    refusal = refusal != null ? refusal : places(row, obstacles);
    return new Stand(refusal, Value.obstacle(obstacles));
  }

  /// The row is payable: a rival takes its place, and its single grant if it is above zero.
  void enter(Pending pending) {
    if (!pending.isRival()) {
      return;
    }
    var row = pending.row();
    var quota = row.award().quota();
    if (quota != null) {
      places.merge(mark(Kind.PLACE, row, quota.keys()), 1, Integer::sum);
    }
    if (pending.isGranted() && row.award().frequency() instanceof Frequency.Once(var keys)) {
      single.put(mark(Kind.SINGLE, row, keys), row);
    }
  }

  /// The year of the row is over and its grant final.
  void close(Pending pending) {
    var row = pending.row();
    if (!pending.isGranted()) {
      release(row);
      return;
    }
    if (row.award().frequency() instanceof Frequency.Yearly(var years, var keys) && years != null) {
      firstYears.putIfAbsent(mark(Kind.TERM, row, keys), row.year());
    }
    for (var demand : pending.demands()) {
      if (demand.rule().years() != null) {
        firstYears.putIfAbsent(capMark(demand.rule(), row), row.year());
      }
    }
  }

  /// A grant that sharing cut to nothing uses nothing up.
  private void release(Row row) {
    if (row.award().frequency() instanceof Frequency.Once(var keys)) {
      single.computeIfPresent(
          mark(Kind.SINGLE, row, keys),
          (mark, holder) ->
              holder.object() == row.object() && holder.year() == row.year() ? null : holder);
    }
  }

  private @Nullable String term(Row row, List<Value> obstacles) {
    if (!(row.award().frequency() instanceof Frequency.Yearly(var years, var keys))
        || years == null) {
      return null;
    }
    var mark = known(Kind.TERM, row, keys, obstacles);
    return mark == null ? null : over(mark, years, row, "奖励期限");
  }

  private @Nullable String capTerms(Row row, List<Value> obstacles) {
    for (var rule : ceilings.rules(row.award())) {
      var years = rule.years();
      if (years != null && ceilings.applies(rule, row).equals(Value.TRUE)) {
        var keys = Keys.of(Keys.withoutYear(rule.keys()), row.scope(), evaluation);
        if (keys.obstacle() != null) {
          obstacles.add(keys.obstacle());
          continue;
        }
        var refusal = over(capMark(rule, row), years, row, rule.name() + "的奖励期限");
        if (refusal != null) {
          return refusal;
        }
      }
    }
    return null;
  }

  private @Nullable String over(Mark mark, Literal years, Row row, String what) {
    var first = firstYears.get(mark);
    var most = number(years, row);
    return first != null && row.year() >= first + most
        ? "%s%d年已满：首次获得奖励在%d年".formatted(what, most, first)
        : null;
  }

  private @Nullable String single(Row row, List<Value> obstacles) {
    if (!(row.award().frequency() instanceof Frequency.Once(var keys))) {
      return null;
    }
    var mark = known(Kind.SINGLE, row, keys, obstacles);
    var holder = mark == null ? null : single.get(mark);
    return holder == null
        ? null
        : "一次性奖励已经给予：%d年，%s"
            .formatted(
                holder.year(),
                evaluation.wording().record(holder.award().object(), holder.object()));
  }

  private @Nullable String places(Row row, List<Value> obstacles) {
    var quota = row.award().quota();
    var mark = quota == null ? null : known(Kind.PLACE, row, quota.keys(), obstacles);
    if (quota == null || mark == null) {
      return null;
    }
    return places.getOrDefault(mark, 0) >= number(quota.places(), row)
        ? "名额已满：%s%s".formatted(Keys.text(quota.keys()), quota.places().textOn(day(row)))
        : null;
  }

  private @Nullable Mark known(Kind kind, Row row, List<Key> keys, List<Value> obstacles) {
    var found = Keys.of(keys, row.scope(), evaluation);
    if (found.obstacle() != null) {
      obstacles.add(found.obstacle());
      return null;
    }
    return new Mark(kind, row.award().index(), found.parts());
  }

  private Mark mark(Kind kind, Row row, List<Key> keys) {
    var parts = Keys.of(keys, row.scope(), evaluation).parts();
    return new Mark(kind, row.award().index(), parts);
  }

  private Mark capMark(Rule rule, Row row) {
    var keys = Keys.of(Keys.withoutYear(rule.keys()), row.scope(), evaluation);
    return new Mark(Kind.CAP_TERM, rule.index(), keys.parts());
  }

  private static int number(Literal literal, Row row) {
    return literal.valueOn(day(row)).numerator().intValueExact();
  }

  private static LocalDate day(Row row) {
    return Objects.requireNonNull(row.day(), "only a dated row is judged");
  }
}
