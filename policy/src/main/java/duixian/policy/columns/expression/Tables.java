package duixian.policy.columns.expression;

import duixian.policy.columns.plan.Derived;
import duixian.policy.model.Expr;
import duixian.policy.model.Literal;
import duixian.policy.model.Reading;
import duixian.policy.value.Rational;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// What generated code finds by number: literals with dated changes, readings, derived values,
/// rewarded quantities, each with the scale of its longs.
public final class Tables {
  private final long[] changes;
  private final int most;
  private final List<Literal> literals = new ArrayList<>();
  private final List<Reading> readings = new ArrayList<>();
  private final IdentityHashMap<Literal, Integer> literalIndex = new IdentityHashMap<>();
  private final IdentityHashMap<Reading, Integer> readingIndex = new IdentityHashMap<>();
  private final Map<Integer, Long> derivedScales = new HashMap<>();
  private final IdentityHashMap<Expr, Reward> rewards = new IdentityHashMap<>();

  /// Where the highest rewarded value of a quantity is kept, and its scale.
  public record Reward(int index, long scale) {}

  /// `changes` are the first days of epochs, in order; `most` is how many parts of expressions a
  /// method may have.
  public Tables(long[] changes, int most) {
    this.changes = changes;
    this.most = most;
  }

  public Value fixed(Rational number) {
    var fits = number.numerator().bitLength() < 63 && number.denominator().bitLength() < 63;
    if (!fits) {
      throw new IllegalArgumentException("literal must fit a long, was " + number.text());
    }
    return new Value(
        new Operand.Fixed(number.numerator().longValue()),
        number.denominator().longValue(),
        Operand.Fixed.ONE,
        Operand.Fixed.ZERO);
  }

  /// How many parts of expressions a method may have; what is larger takes the exact way.
  public int most() {
    return most;
  }

  /// Whether literals have dated changes.
  public boolean isRevised() {
    return changes.length > 0;
  }

  public int literal(Literal literal) {
    return literalIndex.computeIfAbsent(literal, added -> add(literals, added));
  }

  public long literalScale(int index) {
    var literal = literals.get(index);
    var scale = literal.value().denominator();
    for (var change : literal.changes()) {
      scale = least(scale, change.value().denominator());
    }
    return scale.longValueExact();
  }

  public int reading(Reading reading) {
    return readingIndex.computeIfAbsent(reading, added -> add(readings, added));
  }

  public long readingScale(Reading reading) {
    var scale = BigInteger.ONE;
    for (var number : reading.numbers()) {
      scale = least(scale, number.denominator());
    }
    return scale.longValueExact();
  }

  public void derivedScale(Derived derived, long scale) {
    derivedScales.put(derived.index(), scale);
  }

  public long derivedScale(Derived derived) {
    return derivedScales.getOrDefault(derived.index(), 1L);
  }

  public void reward(Expr.HighestRewarded expr, long scale) {
    var known = rewards.get(expr);
    rewards.put(expr, new Reward(known == null ? rewards.size() : known.index(), scale));
  }

  public Reward reward(Expr.HighestRewarded expr) {
    var found = rewards.get(expr);
    if (found == null) {
      throw new IllegalArgumentException("not of this award: " + expr);
    }
    return found;
  }

  public int rewardCount() {
    return rewards.size();
  }

  /// Literals by epoch, scaled.
  public long[][] literalValues() {
    var values = new long[literals.size()][changes.length + 1];
    for (int i = 0; i < values.length; i++) {
      for (int epoch = 0; epoch <= changes.length; epoch++) {
        var day = epoch == 0 ? LocalDate.MIN : LocalDate.ofEpochDay(changes[epoch - 1]);
        values[i][epoch] = scaled(literals.get(i).valueOn(day), literalScale(i));
      }
    }
    return values;
  }

  /// The choice at each reading: its number, or the position of its word.
  public long[] readingValues(java.util.function.ToIntFunction<Reading> choice) {
    return readings.stream()
        .mapToLong(reading -> {
          var position = choice.applyAsInt(reading);
          return reading.numbers().isEmpty()
              ? position
              : scaled(reading.numbers().get(position), readingScale(reading));
        })
        .toArray();
  }

  private static long scaled(Rational number, long scale) {
    return number
        .numerator()
        .multiply(BigInteger.valueOf(scale).divide(number.denominator()))
        .longValueExact();
  }

  private static BigInteger least(BigInteger a, BigInteger b) {
    return a.divide(a.gcd(b)).multiply(b);
  }

  private static <T> int add(List<T> list, T item) {
    list.add(item);
    return list.size() - 1;
  }
}
