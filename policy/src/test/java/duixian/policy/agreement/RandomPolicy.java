package duixian.policy.agreement;

import duixian.policy.model.Award;
import duixian.policy.model.Cap;
import duixian.policy.model.Entity;
import duixian.policy.model.Expr;
import duixian.policy.model.Key;
import duixian.policy.model.Literal;
import duixian.policy.model.Policy;
import duixian.policy.model.Reading;
import duixian.policy.model.Run;
import duixian.policy.model.Type;
import duixian.policy.value.Rational;
import duixian.policy.value.Rounding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A policy of a few definitions, awards and caps, with everything that awards and caps can have.
final class RandomPolicy {
  private final RandomGenerator chance;
  private final RandomExpr expressions;
  private final List<Reading> readings;
  private final List<Award> awards = new ArrayList<>();
  private final List<Cap> caps = new ArrayList<>();

  RandomPolicy(RandomGenerator chance) {
    this.chance = chance;
    this.readings = List.of(reading("天数", true), reading("口径", false));
    this.expressions = new RandomExpr(chance, readings);
  }

  Policy policy() {
    for (int i = chance.nextInt(4); i > 0; i--) {
      expressions.define(entity());
    }
    for (int i = chance.nextInt(1, 4); i > 0; i--) {
      awards.add(award());
    }
    for (int i = chance.nextInt(3); i > 0; i--) {
      caps.add(cap());
    }
    var unit = List.of(1L, 1L, 10L, 100L, 1_000_000L).get(chance.nextInt(5));
    return new Policy(
        "随机政策",
        "随机政策",
        "随机",
        LocalDate.of(2021, 1, 1),
        LocalDate.of(2025, 12, 31),
        LocalDate.of(2026, 12, 31),
        unit,
        expressions.pick(Rounding.values()),
        Country.ENTITIES,
        expressions.definitions(),
        awards,
        caps,
        readings,
        expressions.literals(),
        List.of(),
        List.of());
  }

  /// Mostly while the policy pays, with any choice at every switch.
  Run run(Policy policy) {
    var run = Run.of(policy, LocalDate.of(2020, 11, 1).plusDays(chance.nextInt(2_300)));
    for (var reading : readings) {
      run = run.choosing(reading.name(), reading.choices().get(chance.nextInt(2)));
    }
    return run;
  }

  private Award award() {
    var object = entity();
    var rowPerYear =
        !object.yearly()
            && Country.below(object).stream().anyMatch(Entity::yearly)
            && chance.nextBoolean();
    var conditions = new ArrayList<Expr>();
    for (int i = chance.nextInt(3); i > 0; i--) {
      conditions.add(expressions.flag(object, 3));
    }
    var amount = amount(object, rowPerYear);
    return new Award(
        "奖" + awards.size(),
        awards.size(),
        "一",
        object,
        chance.nextInt(3) == 0 ? expressions.flag(object, 2) : null,
        conditions,
        frequency(object),
        amount,
        limits(object),
        chance.nextInt(4) == 0 ? new Award.Quota(years(3), keys(object)) : null,
        chance.nextBoolean() ? expressions.day(object) : null,
        chance.nextInt(4) == 0 ? expressions.day(object) : null,
        new Key.Owner(0, object),
        List.of(),
        List.of(),
        rowPerYear,
        RandomExpr.span());
  }

  private Expr amount(Entity object, boolean rowPerYear) {
    var base = rowPerYear ? expressions.yearly(object) : expressions.number(object, 3);
    var guarded =
        switch (chance.nextInt(5)) {
          case 0 -> least(base, expressions.constant());
          case 1 -> above(base);
          case 2 -> times(base, expressions.constant());
          case 3 -> times(base, expressions.number(object, 1));
          default -> base;
        };
    return chance.nextInt(4) == 0
        ? guarded
        : new Expr.Extreme(
            false,
            List.of(guarded, expressions.constant(Rational.ZERO)),
            Type.MONEY,
            RandomExpr.span());
  }

  /// What a quantity has above the highest that was rewarded before.
  private Expr above(Expr quantity) {
    var highest = new Expr.HighestRewarded(quantity, RandomExpr.span());
    var before =
        chance.nextInt(4) == 0
            ? highest
            : new Expr.Fallback(
                List.of(highest, expressions.constant(Rational.ONE)),
                Type.MONEY,
                RandomExpr.span());
    return new Expr.Arithmetic(
        Expr.Operator.MINUS, quantity, before, Type.MONEY, RandomExpr.span());
  }

  private Expr least(Expr a, Expr b) {
    return new Expr.Extreme(true, List.of(a, b), Type.MONEY, RandomExpr.span());
  }

  private Expr times(Expr a, Expr b) {
    return new Expr.Arithmetic(Expr.Operator.TIMES, a, b, Type.MONEY, RandomExpr.span());
  }

  private Award.Frequency frequency(Entity object) {
    return switch (chance.nextInt(4)) {
      case 0 -> new Award.Frequency.Once(keys(object));
      case 1 -> new Award.Frequency.Yearly(years(3), keys(object));
      default -> new Award.Frequency.Yearly(null, List.of());
    };
  }

  private List<Award.Limit> limits(Entity object) {
    var limits = new ArrayList<Award.Limit>();
    for (int i = chance.nextInt(3); i > 0; i--) {
      limits.add(new Award.Limit("上限" + i, limit(object), keys(object)));
    }
    return limits;
  }

  private Expr limit(Entity object) {
    return chance.nextInt(3) == 0
        ? expressions.number(object, 2)
        : expressions.constant(Rational.of(10_000L * chance.nextInt(1, 900)));
  }

  private Cap cap() {
    var pattern = chance.nextInt(4);
    var scopes = new ArrayList<Cap.Scope>();
    for (var award : awards) {
      if (chance.nextInt(3) != 0 && keys(award.object(), pattern) != null) {
        scopes.add(scope(award, pattern));
      }
    }
    var yearly = pattern % 2 == 1;
    return new Cap(
        "限额" + caps.size(),
        caps.size(),
        "一",
        scopes,
        chance.nextInt(3) == 0 ? years(2) : null,
        yearly && chance.nextBoolean()
            ? new Cap.Sharing.Chosen(readings.getLast(), 1)
            : yearly && chance.nextBoolean()
                ? new Cap.Sharing.ProRata()
                : new Cap.Sharing.FirstCome(),
        switch (chance.nextInt(3)) {
          case 0 -> new Cap.Excess.Refuse();
          case 1 -> new Cap.Excess.Chosen(readings.getLast(), 0);
          default -> new Cap.Excess.Cut();
        },
        List.of(),
        RandomExpr.span());
  }

  private Cap.Scope scope(Award award, int pattern) {
    var object = award.object();
    return new Cap.Scope(
        award.index(),
        Objects.requireNonNull(keys(object, pattern)),
        chance.nextInt(4) == 0 ? expressions.flag(object, 1) : null,
        chance.nextInt(3) == 0 ? expressions.number(object, 1) : null,
        limit(object));
  }

  /// The same kind of key on any object: its root or its 企业, with or without the year.
  private @Nullable List<Key> keys(Entity object, int pattern) {
    var first =
        pattern < 2
            ? new Key.Owner(object.stepsTo(object.root()), object.root())
            : new Key.Value(0, Country.of(object, Type.Reference.class).getFirst());
    if (pattern < 2 && !object.root().equals(Country.PLATFORM)) {
      return null;
    }
    return pattern % 2 == 1 ? List.of(first, new Key.Year()) : List.of(first);
  }

  private List<Key> keys(Entity object) {
    var up = chance.nextInt(object.stepsTo(object.root()) + 1);
    var owner = new Key.Owner(up, object.ancestor(up));
    return switch (chance.nextInt(5)) {
      case 0 -> List.of(owner);
      case 1 -> List.of(owner, new Key.Year());
      case 2 -> List.of(new Key.Value(0, Country.of(object, Type.Choice.class).getFirst()), owner);
      case 3 -> List.of(new Key.Value(0, Country.of(object, Type.Reference.class).getFirst()));
      default -> List.of(new Key.Owner(0, object));
    };
  }

  private Literal years(int most) {
    return expressions.literal(Rational.of(chance.nextInt(1, most + 1)));
  }

  private Entity entity() {
    return Country.ENTITIES.get(chance.nextInt(Country.ENTITIES.size()));
  }

  private static Reading reading(String name, boolean ofNumbers) {
    var choices = ofNumbers ? List.of("60天", "90天") : List.of("先到", "按比例");
    return new Reading(
        name,
        "一",
        "怎样读",
        choices,
        ofNumbers ? List.of(Rational.of(60), Rational.of(181, 2)) : List.of(),
        0,
        "",
        "",
        ofNumbers ? Type.COUNT : new Type.Choice(choices),
        RandomExpr.span());
  }
}
