package duixian.policy.eval.settlement;

import duixian.policy.eval.bounds.Bounds;
import duixian.policy.eval.claim.Rewarded;
import duixian.policy.eval.claim.Row;
import duixian.policy.eval.claim.Rows;
import duixian.policy.eval.claim.Term;
import duixian.policy.eval.expression.Evaluation;
import duixian.policy.eval.expression.Reasons;
import duixian.policy.eval.expression.Value;
import duixian.policy.facts.Table;
import duixian.policy.model.Award;
import duixian.policy.trace.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Judges every row, in the order of settlement: year, 次序, 标识, text.
public final class Settlement {
  private static final Comparator<Row> ORDER =
      Comparator.comparingInt(Row::year).thenComparingLong(Row::place);

  private final Evaluation evaluation;
  private final Rivals rivals;
  private final Term term;
  private final Reasons reasons;
  private final Rewarded rewarded;
  private final Ceilings ceilings;
  private final Marks marks;
  private final Sharing sharing;
  private final IdentityHashMap<Row, Settled> settled = new IdentityHashMap<>();
  private final List<Pending> year = new ArrayList<>();

  private Settlement(Evaluation evaluation, Rivals rivals) {
    var policy = evaluation.run().policy();
    this.evaluation = evaluation;
    this.rivals = rivals;
    this.term = new Term(policy, evaluation.run().day());
    this.reasons = new Reasons(evaluation);
    this.rewarded = new Rewarded(evaluation);
    this.ceilings = new Ceilings(evaluation);
    this.marks = new Marks(evaluation, ceilings);
    this.sharing = new Sharing(policy.caps(), policy.unitFen());
  }

  /// Every row with its outcome, in order of award, object and year.
  public static List<Settled> of(Evaluation evaluation, Rivals rivals) {
    return new Settlement(evaluation, rivals).settle();
  }

  private List<Settled> settle() {
    var rows = new Rows(evaluation, rewarded).all();
    var inOrder = rows.stream().sorted(ORDER.thenComparing(this::compareIds)).toList();
    for (int i = 0; i < inOrder.size(); i++) {
      judge(inOrder.get(i));
      if (i + 1 == inOrder.size() || inOrder.get(i + 1).year() != inOrder.get(i).year()) {
        closeYear();
      }
    }
    return rows.stream().map(row -> Objects.requireNonNull(settled.get(row))).toList();
  }

  private int compareIds(Row a, Row b) {
    return table(a).compareIds(a.object(), table(b), b.object());
  }

  private Table table(Row row) {
    return evaluation.facts().table(row.award().object());
  }

  private void judge(Row row) {
    var outcome = unpayable(row);
    if (outcome != null) {
      settled.put(row, new Settled(row, outcome, List.of()));
    }
  }

  private void closeYear() {
    sharing.share(year.stream().filter(Pending::isRival).toList());
    year.stream().filter(one -> !one.isRival()).forEach(one -> sharing.share(List.of(one)));
    for (var pending : year) {
      marks.close(pending);
      if (pending.isGranted()) {
        rewarded.grant(pending.row());
      }
      settled.put(pending.row(), pending.settled());
    }
    year.clear();
  }

  /// Why the row is not payable; null when it is, and then it has taken its share.
  private @Nullable Outcome unpayable(Row row) {
    var closed = term.closed();
    if (closed != null) {
      return new Outcome.Ineligible(List.of(closed));
    }
    var unknown = Value.obstacle(row.filter());
    if (unknown != null) {
      return open(row, unknown);
    }
    var outside = row.day() == null ? null : term.outside(row, row.day());
    if (outside != null) {
      return new Outcome.Ineligible(List.of(outside));
    }
    var conditions =
        row.award().conditions().stream().map(c -> evaluation.value(c, row.scope())).toList();
    var failed = failed(row, conditions);
    if (!failed.isEmpty()) {
      return new Outcome.Ineligible(failed);
    }
    var obstacle = Value.obstacle(with(conditions, row.date()));
    if (obstacle instanceof Value.Undecided) {
      var figure = evaluation.value(row.award().amount(), row.scope());
      return open(row, Objects.requireNonNull(Value.obstacle(with(conditions, figure))));
    }
    return obstacle != null ? open(row, obstacle) : unpaid(row);
  }

  private static List<Value> with(List<Value> values, Value last) {
    return Stream.concat(values.stream(), Stream.of(last)).toList();
  }

  private List<String> failed(Row row, List<Value> conditions) {
    return IntStream.range(0, conditions.size())
        .filter(i -> conditions.get(i).equals(Value.FALSE))
        .mapToObj(i -> reasons.of(row.award().conditions().get(i), row.scope()))
        .toList();
  }

  /// The conditions hold: terms, single grant, places, then the figure.
  private @Nullable Outcome unpaid(Row row) {
    var stand = marks.against(row);
    if (stand.refusal() != null) {
      return new Outcome.Ineligible(List.of(stand.refusal()));
    }
    var figure = evaluation.value(row.award().amount(), row.scope());
    var demands = ceilings.demands(row);
    var obstacle =
        Value.obstacle(
            Stream.of(figure, row.order(), stand.obstacle(), demands.obstacle())
                .filter(Objects::nonNull)
                .toList());
    if (obstacle != null) {
      return open(row, obstacle);
    }
    var fen = fen(row.award(), figure);
    if (fen == null) {
      return open(row, unusable(row, "额度超出可以计算的金额"));
    }
    if (fen < 0) {
      return open(row, unusable(row, "额度为负"));
    }
    var pending = new Pending(row, isRival(row), fen, demands.known());
    ceilings.take(pending);
    marks.enter(pending);
    year.add(pending);
    return null;
  }

  private boolean isRival(Row row) {
    var object = table(row).id(row.object());
    return rivals.count(new Rivals.Claim(row.award().name(), object, row.year()));
  }

  private @Nullable Long fen(Award award, Value figure) {
    if (!(figure instanceof Value.Amount(var yuan))) {
      throw new IllegalStateException("the figure of " + award.name() + " was " + figure);
    }
    var policy = evaluation.run().policy();
    try {
      return policy.rounding().fen(yuan, policy.unitFen());
    } catch (ArithmeticException noLong) {
      return null;
    }
  }

  private Value unusable(Row row, String why) {
    return Value.unusable(evaluation.wording().place(row.award().amount(), row.scope()), why);
  }

  private Outcome open(Row row, Value obstacle) {
    return switch (obstacle) {
      case Value.Undecided(var parts) -> new Outcome.Undetermined(parts);
      case Value.Absent absent -> {
        var lacks = everyLack(row, absent);
        var prospect = prospect(row, new Bounds(evaluation, lacks));
        yield new Outcome.Lacking(lacks, prospect.least(), prospect.most());
      }
      case Value.Known known -> throw new IllegalStateException("known, was " + known);
    };
  }

  /// What the row lacks, with what its figure and ceilings will lack next: an officer asks once.
  private List<Outcome.Lack> everyLack(Row row, Value.Absent absent) {
    var figure = evaluation.value(row.award().amount(), row.scope());
    return Stream.of(
            absent,
            row.order(),
            figure,
            row.day() == null ? row.date() : marks.against(row).obstacle(),
            ceilings.demands(row).obstacle())
        .flatMap(
            value -> value instanceof Value.Absent(var lacks, _) ? lacks.stream() : Stream.empty())
        .distinct()
        .toList();
  }

  private Prospect prospect(Row row, Bounds bounds) {
    if (row.day() == null || !(row.order() instanceof Value.Known)) {
      return Prospect.of(row, false, bounds, ceilings, evaluation);
    }
    var stand = marks.against(row);
    return term.outside(row, row.day()) != null || stand.refusal() != null
        ? Prospect.nothing()
        : Prospect.of(row, stand.obstacle() == null, bounds, ceilings, evaluation);
  }
}
