package duixian.cli.assess;

import duixian.cli.check.OpenFigures;
import duixian.policy.columns.AwardColumns;
import duixian.policy.columns.ColumnResult;
import duixian.policy.columns.pass.Failure;
import duixian.policy.facts.Facts;
import duixian.policy.model.Award;
import duixian.policy.trace.Decision;
import duixian.policy.trace.Outcome;
import duixian.policy.value.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// The decisions of a column run, made one at a time while somebody walks over them, so that a
/// million of them are never there at once.
record ColumnDecisions(ColumnResult result) implements Iterable<Decision> {
  /// A stream over streams would keep all rows of an award before it gave the first.
  @Override
  public Iterator<Decision> iterator() {
    return new Walk();
  }

  private final class Walk implements Iterator<Decision> {
    private final Iterator<AwardColumns> awards = result.awards().iterator();
    private @Nullable AwardColumns columns;
    private final Map<Long, Outcome> refusals = new HashMap<>();
    private int next;

    @Override
    public boolean hasNext() {
      while (columns == null || next == columns.size()) {
        if (!awards.hasNext()) {
          return false;
        }
        columns = awards.next();
        next = 0;
        refusals.clear();
      }
      return true;
    }

    @Override
    public Decision next() {
      if (!hasNext() || columns == null) {
        throw new NoSuchElementException();
      }
      var i = next++;
      return decision(columns, i, outcome(columns, i));
    }

    /// The same failures make the same sentences, once.
    private Outcome outcome(AwardColumns columns, int i) {
      return columns.state(i) == AwardColumns.INELIGIBLE
          ? refusals.computeIfAbsent(
              columns.failures(i), _ -> new Outcome.Ineligible(reasons(columns, i)))
          : ColumnDecisions.outcome(columns, i);
    }
  }

  private Decision decision(AwardColumns columns, int i, Outcome outcome) {
    var facts = result.facts();
    var award = columns.award();
    var row = columns.object(i);
    var root = rootRow(facts, award, row);
    return new Decision(
        award,
        row,
        facts.table(award.object()).id(row),
        root,
        facts.table(award.object().root()).id(root),
        columns.year(i),
        outcome,
        null);
  }

  private static int rootRow(Facts facts, Award award, int row) {
    var at = row;
    for (var entity = award.object(); entity.parent() != null; entity = entity.parent()) {
      at = facts.table(entity).parent(at);
    }
    return at;
  }

  private static Outcome outcome(AwardColumns columns, int i) {
    return switch (columns.state(i)) {
      case AwardColumns.PAYABLE ->
          new Outcome.Payable(
              new Money(columns.figure(i)), new Money(columns.ceiling(i)), cuts(columns, i));
      case AwardColumns.LACKING -> new Outcome.Lacking(lacks(columns, i), null, null);
      case AwardColumns.UNDETERMINED -> new Outcome.Undetermined(OpenFigures.of(columns.award()));
      default -> throw new IllegalStateException("no such state: " + columns.state(i));
    };
  }

  private static List<Outcome.Cut> cuts(AwardColumns columns, int i) {
    if (columns.figure(i) == columns.ceiling(i)) {
      return List.of();
    }
    var cuts = new ArrayList<Outcome.Cut>();
    for (int ceiling = 0; ceiling < columns.ceilingNames().size(); ceiling++) {
      var cut = columns.cut(ceiling, i);
      if (cut != 0) {
        cuts.add(new Outcome.Cut(columns.ceilingNames().get(ceiling), new Money(cut)));
      }
    }
    return cuts;
  }

  private static List<Outcome.Lack> lacks(AwardColumns columns, int i) {
    var names = columns.lackNames();
    var lacks = new ArrayList<Outcome.Lack>();
    for (int n = 0; n < names.size(); n++) {
      if ((columns.lacks(i) >>> n & 1) != 0) {
        lacks.add(new Outcome.Lack(names.get(n), "未填报"));
      }
    }
    return lacks.isEmpty() ? List.of(new Outcome.Lack("额度", "算不出来：除数为零、超出范围或没有对应的记录")) : lacks;
  }

  private static List<String> reasons(AwardColumns columns, int i) {
    var reasons = new ArrayList<String>();
    var conditions = columns.award().conditions();
    for (int n = 0; n < conditions.size(); n++) {
      if (columns.failure(i, Failure.condition(n))) {
        reasons.add("不符合「" + conditions.get(n).span().text() + "」");
      }
    }
    for (var other : Refusal.values()) {
      if (columns.failure(i, other.bit)) {
        reasons.add(other.sentence);
      }
    }
    return reasons;
  }

  private enum Refusal {
    OVER(Failure.OVER, "兑现期已过"),
    NOT_YET(Failure.NOT_YET, "政策尚未施行"),
    BEFORE_EFFECTIVE(Failure.BEFORE_EFFECTIVE, "早于施行日"),
    AFTER_EXPIRY(Failure.AFTER_EXPIRY, "晚于届满日"),
    AFTER_ASSESSMENT(Failure.AFTER_ASSESSMENT, "晚于认定日"),
    TERM(Failure.TERM, "奖励期限已满"),
    CAP_TERM(Failure.CAP_TERM, "限额的奖励期限已满"),
    ONCE(Failure.ONCE, "一次性奖补已经给过"),
    QUOTA(Failure.QUOTA, "名额已满");

    private final long bit;
    private final String sentence;

    Refusal(long bit, String sentence) {
      this.bit = bit;
      this.sentence = sentence;
    }
  }
}
