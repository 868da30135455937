package duixian.policy.agreement;

import duixian.policy.model.Definition;
import duixian.policy.model.Entity;
import duixian.policy.model.Expr;
import duixian.policy.model.Field;
import duixian.policy.model.Literal;
import duixian.policy.model.Reading;
import duixian.policy.model.Type;
import duixian.policy.source.SourceText;
import duixian.policy.source.Span;
import duixian.policy.value.Rational;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Expressions of every kind on a record of an entity. Types fit; whether the sum of a ratio and a
/// day count makes sense is the checker's business.
final class RandomExpr {
  private static final Span NOWHERE = new Span(new SourceText("随机.md", "随机"), 0, 2);

  private final RandomGenerator chance;
  private final List<Definition> definitions = new ArrayList<>();
  private final List<Reading> readings;
  private final List<Literal> literals = new ArrayList<>();

  RandomExpr(RandomGenerator chance, List<Reading> readings) {
    this.chance = chance;
    this.readings = readings;
  }

  List<Literal> literals() {
    return literals;
  }

  List<Definition> definitions() {
    return definitions;
  }

  static Span span() {
    return NOWHERE;
  }

  void define(Entity entity) {
    var isFlag = chance.nextBoolean();
    var value = isFlag ? flag(entity, 3) : number(entity, 3);
    definitions.add(new Definition("定义" + definitions.size(), entity, value, false, "一", NOWHERE));
  }

  Expr number(Entity at, int depth) {
    if (depth == 0) {
      return chance.nextInt(3) == 0 ? constant() : fact(at, Type.Amount.class);
    }
    return switch (chance.nextInt(19)) {
      case 0 -> constant();
      case 1, 2, 3 -> fact(at, Type.Amount.class);
      case 4, 5, 6 ->
          new Expr.Arithmetic(
              pick(Expr.Operator.values()),
              number(at, depth - 1),
              number(at, depth - 1),
              Type.MONEY,
              NOWHERE);
      case 7 ->
          new Expr.Arithmetic(
              Expr.Operator.TIMES, number(at, depth - 1), percent(), Type.MONEY, NOWHERE);
      case 8 ->
          new Expr.Extreme(
              chance.nextBoolean(), some(() -> number(at, depth - 1)), Type.MONEY, NOWHERE);
      case 9 -> choose(at, depth, () -> number(at, depth - 1), Type.MONEY);
      case 10 -> new Expr.Fallback(some(() -> number(at, depth - 1)), Type.MONEY, NOWHERE);
      case 11, 12, 13 -> aggregate(at, depth);
      case 14, 15 -> defined(at, Type.Amount.class, () -> number(at, depth - 1));
      case 16 -> through(at, depth, Type.Amount.class);
      case 17 -> new Expr.Chosen(readings.getFirst(), NOWHERE);
      default -> rare(at, depth);
    };
  }

  Expr flag(Entity at, int depth) {
    if (depth == 0) {
      return fact(at, Type.Flag.class);
    }
    return switch (chance.nextInt(18)) {
      case 0, 1 -> fact(at, Type.Flag.class);
      case 2, 3, 4 ->
          compare(pick(Expr.Relation.values()), number(at, depth - 1), number(at, depth - 1));
      case 5 -> compare(pick(Expr.Relation.values()), day(at), day(at));
      case 6 -> compare(equality(), fact(at, Type.Choice.class), word());
      case 7 -> compare(equality(), code(at), code(at));
      case 8, 9, 10 ->
          new Expr.Logic(chance.nextBoolean(), some(() -> flag(at, depth - 1)), NOWHERE);
      case 11 -> new Expr.Not(flag(at, depth - 1), NOWHERE);
      case 12 -> at.yearly() ? new Expr.First(flag(at, depth - 1), NOWHERE) : flag(at, depth - 1);
      case 13 -> new Expr.Present(chance.nextBoolean() ? number(at, 1) : earliest(at, 0), NOWHERE);
      case 14 -> compare(equality(), earliest(at, depth - 1), new Expr.Owner(0, at, NOWHERE));
      case 15 -> compare(equality(), new Expr.Chosen(readings.getLast(), NOWHERE), choice());
      case 16 -> defined(at, Type.Flag.class, () -> flag(at, depth - 1));
      default -> through(at, depth, Type.Flag.class);
    };
  }

  Expr day(Entity at) {
    return switch (chance.nextInt(5)) {
      case 0 -> new Expr.AssessmentDay(NOWHERE);
      case 1 -> new Expr.CalendarDay(someDay(), NOWHERE);
      default -> fact(at, Type.Day.class);
    };
  }

  Expr code(Entity at) {
    return fact(at, Type.Reference.class);
  }

  /// A sum or count over yearly records below.
  Expr yearly(Entity at) {
    var children = Country.below(at).stream().filter(Entity::yearly).toList();
    return aggregate(0, children.get(chance.nextInt(children.size())), 1);
  }

  Expr.Constant constant() {
    return switch (chance.nextInt(4)) {
      case 0 -> percent();
      case 1 -> constant(Rational.of(chance.nextInt(5)));
      case 2 -> constant(Rational.of(chance.nextInt(100_000_000), 100));
      default -> constant(Rational.of(10_000L * chance.nextInt(1, 500)));
    };
  }

  Expr.Constant constant(Rational value) {
    return new Expr.Constant(literal(value), NOWHERE);
  }

  /// Now and then with a dated change or two.
  Literal literal(Rational value) {
    var changes = new ArrayList<Literal.Change>();
    if (chance.nextInt(5) == 0) {
      var first = someDay();
      var raised = value.plus(Rational.of(chance.nextInt(1, 4)));
      changes.add(new Literal.Change(first, raised, raised.text(), "修订"));
      if (chance.nextBoolean()) {
        changes.add(new Literal.Change(first.plusDays(200), value, value.text(), "复原"));
      }
    }
    var literal =
        new Literal(
            "一." + literals.size(), Type.MONEY, value, value.text(), changes, null, NOWHERE);
    literals.add(literal);
    return literal;
  }

  Expr word() {
    return new Expr.Word(chance.nextInt(Country.KINDS.words().size()), Country.KINDS, NOWHERE);
  }

  <T> T pick(T[] values) {
    return values[chance.nextInt(values.length)];
  }

  private Expr.Constant percent() {
    return constant(Rational.of(chance.nextInt(1, 150), 100));
  }

  private Expr choice() {
    return new Expr.Word(chance.nextInt(2), (Type.Choice) readings.getLast().type(), NOWHERE);
  }

  private Expr.Relation equality() {
    return chance.nextBoolean() ? Expr.Relation.EQUAL : Expr.Relation.UNEQUAL;
  }

  private static Expr compare(Expr.Relation relation, Expr left, Expr right) {
    return new Expr.Comparison(relation, left, right, NOWHERE);
  }

  private LocalDate someDay() {
    return LocalDate.of(2021, 1, 1).plusDays(chance.nextInt(1_800));
  }

  private List<Expr> some(Supplier<Expr> part) {
    return chance.nextBoolean()
        ? List.of(part.get(), part.get())
        : List.of(part.get(), part.get(), part.get());
  }

  private Expr fact(Entity at, Class<? extends Type> kind) {
    var up = chance.nextInt(at.stepsTo(at.root()) + 1);
    var owner = at.ancestor(chance.nextInt(3) == 0 ? up : 0);
    var fields = Country.of(owner, kind);
    Field field = fields.get(chance.nextInt(fields.size()));
    return new Expr.Fact(at.stepsTo(owner), owner, field, NOWHERE);
  }

  private Expr choose(Entity at, int depth, Supplier<Expr> part, Type type) {
    var branches = new ArrayList<Expr.Branch>();
    if (chance.nextBoolean()) {
      var kind = fact(at, Type.Choice.class);
      for (int i = 0; i < 3; i++) {
        var word = new Expr.Word(i, Country.KINDS, NOWHERE);
        branches.add(new Expr.Branch(compare(Expr.Relation.EQUAL, kind, word), part.get()));
      }
      return new Expr.Choose(branches, null, type, NOWHERE);
    }
    branches.add(new Expr.Branch(flag(at, depth - 1), part.get()));
    return new Expr.Choose(branches, chance.nextInt(4) == 0 ? null : part.get(), type, NOWHERE);
  }

  private Expr aggregate(Entity at, int depth) {
    var up = chance.nextInt(at.stepsTo(at.root()) + 1);
    var below = Country.below(at.ancestor(up));
    if (below.isEmpty()) {
      return constant();
    }
    return aggregate(up, below.get(chance.nextInt(below.size())), depth - 1);
  }

  private Expr aggregate(int up, Entity children, int depth) {
    var count = chance.nextBoolean();
    var filter = chance.nextInt(4) == 0 ? null : flag(children, depth);
    var keys = count && chance.nextInt(3) == 0 ? List.of(code(children)) : List.<Expr>of();
    return new Expr.Aggregate(
        count,
        up,
        children,
        count ? null : number(children, depth),
        filter,
        keys,
        count ? Type.COUNT : Type.MONEY,
        NOWHERE);
  }

  private Expr earliest(Entity at, int depth) {
    var keys =
        switch (chance.nextInt(3)) {
          case 0 -> List.<Expr>of();
          case 1 -> List.of(code(at));
          default -> List.of(code(at), fact(at, Type.Choice.class));
        };
    return new Expr.Earliest(at, flag(at, depth), keys, NOWHERE);
  }

  private Expr through(Entity at, int depth, Class<? extends Type> kind) {
    var up = chance.nextInt(at.stepsTo(at.root()) + 1);
    var owner = at.ancestor(up);
    if (up > 0 && chance.nextBoolean()) {
      return new Expr.Through(new Expr.Owner(up, owner, NOWHERE), member(owner, kind), NOWHERE);
    }
    return new Expr.Through(earliest(at, depth - 1), member(at, kind), NOWHERE);
  }

  private Expr member(Entity owner, Class<? extends Type> kind) {
    return kind == Type.Flag.class ? flag(owner, 1) : number(owner, 1);
  }

  private Expr defined(Entity at, Class<? extends Type> kind, Supplier<Expr> otherwise) {
    var known =
        definitions.stream()
            .filter(d -> at.stepsTo(d.entity()) >= 0 && kind.isInstance(d.value().type()))
            .toList();
    if (known.isEmpty()) {
      return otherwise.get();
    }
    var definition = known.get(chance.nextInt(known.size()));
    return new Expr.Defined(at.stepsTo(definition.entity()), definition, NOWHERE);
  }

  private Expr rare(Entity at, int depth) {
    return switch (chance.nextInt(4)) {
      case 0 -> new Expr.Undecided("市工信局", "标准", Type.MONEY, NOWHERE);
      case 1 -> new Expr.Conflict("两个例外同时成立", Type.MONEY, NOWHERE);
      default -> number(at, depth - 1);
    };
  }
}
