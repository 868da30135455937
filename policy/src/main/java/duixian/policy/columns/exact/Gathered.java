package duixian.policy.columns.exact;

import duixian.policy.columns.pass.Frame;
import duixian.policy.facts.Table;
import duixian.policy.model.Entity;
import duixian.policy.model.Expr;
import duixian.policy.model.Type;
import duixian.policy.value.Rational;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// 计数, 合计, 首次, 最早 on rationals; each is worked out once per place.
final class Gathered {
  private final Exact exact;
  private final Frame frame;
  private final IdentityHashMap<Expr, Map<Place, Answer>> known = new IdentityHashMap<>();
  private final IdentityHashMap<Expr, Map<Object, List<Integer>>> groups = new IdentityHashMap<>();
  private final IdentityHashMap<Expr, List<Integer>> lines = new IdentityHashMap<>();

  Gathered(Exact exact, Frame frame) {
    this.exact = exact;
    this.frame = frame;
  }

  Answer aggregate(Expr.Aggregate e, Place place) {
    var at = e.up() < 0 ? place : exact.up(place, e.up());
    var owner = e.up() < 0 ? 0 : at.row();
    var memory = new Place(at.entity(), owner, place.year(), place.epoch());
    return remember(e, memory, () -> gather(e, owner, place));
  }

  Answer first(Expr.First e, Place place) {
    return remember(e, place, () -> isFirst(e, place));
  }

  Answer earliest(Expr.Earliest e, Place place) {
    return remember(e, place, () -> find(e, place));
  }

  private Answer remember(Expr e, Place place, Supplier<Answer> compute) {
    var answers = known.computeIfAbsent(e, _ -> new HashMap<>());
    var answer = answers.get(place);
    if (answer == null) {
      answer = compute.get();
      answers.put(place, answer);
    }
    return answer;
  }

  private Answer gather(Expr.Aggregate e, int owner, Place place) {
    var children = e.children();
    var table = frame.facts().table(children);
    var sum = Rational.ZERO;
    var lack = 0L;
    var distinct = new HashSet<List<Rational>>();
    for (var row : below(e, place.entity()).getOrDefault(owner, List.of())) {
      if (children.yearly() && e.up() >= 0 && table.year(row) != place.year()) {
        continue;
      }
      var child = exact.enter(children, row, place);
      var passes = e.filter() == null ? Answer.YES : exact.answer(e.filter(), child);
      if (passes.fails()) {
        continue;
      }
      var value = e.value() == null ? Answer.YES : exact.answer(e.value(), child);
      var keys = e.keys().stream().map(key -> exact.answer(key, child)).toList();
      var open = passes.lack() | value.lack() | Answer.lacks(keys);
      lack |= open;
      var isNew = keys.isEmpty() || distinct.add(keys.stream().map(Answer::number).toList());
      if (open == 0 && isNew) {
        sum = sum.plus(value.number());
      }
    }
    return lack != 0 ? Answer.lacking(lack) : Answer.of(sum);
  }

  private Map<Object, List<Integer>> below(Expr.Aggregate e, Entity from) {
    return groups.computeIfAbsent(
        e,
        _ -> {
          var children = e.children();
          var steps = e.up() < 0 ? -1 : children.stepsTo(from.ancestor(e.up()));
          return grouped(
              children, row -> steps < 0 ? 0 : frame.ancestor(children.index(), row, steps));
        });
  }

  private Answer isFirst(Expr.First e, Place place) {
    var now = exact.answer(e.condition(), place);
    if (now.fails()) {
      return now;
    }
    var lack = now.lack();
    for (var row : siblings(e, place.entity()).getOrDefault(group(place), List.of())) {
      if (table(place).year(row) < place.year()) {
        var then = exact.answer(e.condition(), exact.enter(place.entity(), row, place));
        if (then.holds()) {
          return Answer.NO;
        }
        lack |= then.lack();
      }
    }
    return lack != 0 ? Answer.lacking(lack) : now;
  }

  private Map<Object, List<Integer>> siblings(Expr.First e, Entity entity) {
    return groups.computeIfAbsent(
        e, _ -> grouped(entity, row -> group(new Place(entity, row, 0, 0))));
  }

  /// The parent's row, or the 标识 where there is no parent.
  private Object group(Place place) {
    var parent = table(place).parent(place.row());
    return parent < 0 ? table(place).id(place.row()) : parent;
  }

  private Map<Object, List<Integer>> grouped(Entity entity, IntFunction<Object> group) {
    var rows = new HashMap<Object, List<Integer>>();
    for (int row = 0; row < frame.size(entity.index()); row++) {
      rows.computeIfAbsent(group.apply(row), _ -> new ArrayList<>()).add(row);
    }
    return rows;
  }

  private Answer find(Expr.Earliest e, Place place) {
    var key = key(e, place);
    var lack = Answer.lacks(key);
    if (lack != 0) {
      return Answer.lacking(lack);
    }
    for (var row : inLine(e, place)) {
      var candidate = exact.enter(e.entity(), row, place);
      if (key(e, candidate).equals(key)) {
        var fulfils = exact.answer(e.condition(), candidate);
        if (fulfils.holds()) {
          return lack != 0 ? Answer.lacking(lack) : Answer.of(row);
        }
        lack |= fulfils.lack();
      }
    }
    return Answer.lacking(lack | 1);
  }

  private List<Answer> key(Expr.Earliest e, Place place) {
    return e.keys().stream().map(key -> exact.answer(key, place)).toList();
  }

  private List<Integer> inLine(Expr.Earliest e, Place place) {
    return lines.computeIfAbsent(
        e,
        _ -> {
          var table = table(place);
          return IntStream.range(0, table.size()).boxed().sorted(order(table)).toList();
        });
  }

  private static Comparator<Integer> order(Table table) {
    return Comparator.comparingInt(table::year)
        .thenComparingLong(row -> day(table, row))
        .thenComparing((a, b) -> table.compareIds(a, table, b));
  }

  private static long day(Table table, int row) {
    for (var field : table.entity().fields()) {
      if (field.type() instanceof Type.Day) {
        var day = table.value(field, row);
        return day == Table.MISSING ? Long.MAX_VALUE : day;
      }
    }
    return 0;
  }

  private Table table(Place place) {
    return frame.facts().table(place.entity());
  }
}
