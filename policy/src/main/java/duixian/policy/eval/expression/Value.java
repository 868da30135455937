package duixian.policy.eval.expression;

import duixian.policy.model.Entity;
import duixian.policy.trace.Outcome.Lack;
import duixian.policy.value.Rational;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an expression comes to: 已知, 缺 or 待定. Numbers are exact and in base units (yuan, m², day).
public sealed interface Value {
  Flag TRUE = new Flag(true);
  Flag FALSE = new Flag(false);

  /// 已知.
  sealed interface Known extends Value {}

  /// Any amount.
  record Amount(Rational number) implements Known {}

  /// 是否.
  record Flag(boolean holds) implements Known {}

  /// 日期, as epoch day.
  record Day(long epochDay) implements Known {}

  /// A word of an enumeration, by position.
  record Word(int position) implements Known {}

  /// A record of an entity.
  record Referred(Entity entity, int row) implements Known {}

  /// A 标识, by its dictionary code.
  record Code(long code) implements Known {}

  /// 缺. `unusable` when the facts are there but cannot be computed with (a zero divisor): then 如没有则
  /// does not step in.
  record Absent(List<Lack> lacks, boolean unusable) implements Value {
    public Absent {
      lacks = List.copyOf(lacks);
    }
  }

  /// 待定: who decides what.
  record Undecided(List<String> parts) implements Value {
    public Undecided {
      parts = List.copyOf(parts);
    }
  }

  static Value flag(boolean holds) {
    return holds ? TRUE : FALSE;
  }

  static Value absent(String fact, String why) {
    return new Absent(List.of(new Lack(fact, why)), false);
  }

  static Value unusable(String fact, String why) {
    return new Absent(List.of(new Lack(fact, why)), true);
  }

  /// What keeps values from being computed with: 待定 before 缺; null when all are known.
  static @Nullable Value obstacle(Value... values) {
    for (var value : values) {
      if (!(value instanceof Known)) {
        return obstacle(Arrays.asList(values));
      }
    }
    return null;
  }

  static @Nullable Value obstacle(List<Value> values) {
    var undecided = new LinkedHashSet<String>();
    var lacks = new LinkedHashSet<Lack>();
    var unusable = false;
    for (var value : values) {
      if (value instanceof Undecided(var parts)) {
        undecided.addAll(parts);
      } else if (value instanceof Absent absent) {
        lacks.addAll(absent.lacks());
        unusable |= absent.unusable();
      }
    }
    if (!undecided.isEmpty()) {
      return new Undecided(new ArrayList<>(undecided));
    }
    return lacks.isEmpty() ? null : new Absent(new ArrayList<>(lacks), unusable);
  }
}
