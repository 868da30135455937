package duixian.policy.eval;

import duixian.policy.model.Definition;
import duixian.policy.model.Entity;
import duixian.policy.model.Expr;
import duixian.policy.model.Field;
import duixian.policy.model.Key;
import duixian.policy.model.Literal;
import duixian.policy.model.Type;
import duixian.policy.source.SourceText;
import duixian.policy.source.Span;
import duixian.policy.value.Dimension;
import duixian.policy.value.Rational;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Expressions made by hand, each with the words that a policy would write.
final class Words {
  static final Key YEAR = new Key.Year();

  private Words() {}

  static Span span(String words) {
    return new Span(new SourceText("样本.md", words), 0, words.length());
  }

  static Expr yuan(long yuan) {
    return number(
        Rational.of(yuan), Type.MONEY, yuan % 10_000 == 0 ? yuan / 10_000 + "万元" : yuan + "元");
  }

  static Expr percent(int percent) {
    return number(Rational.of(percent, 100), Type.RATIO, percent + "%");
  }

  static Expr count(long count) {
    return number(Rational.of(count), Type.COUNT, "" + count);
  }

  static Literal literal(Rational value, Type type, String text, Literal.Change... changes) {
    return new Literal(
        "二（一）.奖." + text, type, value, text, List.of(changes), span("不超过" + text), span(text));
  }

  static Literal years(int years) {
    return literal(Rational.of(years), new Type.Amount(Dimension.of("年")), years + "年");
  }

  static Literal.Change change(String from, long yuan) {
    return new Literal.Change(
        LocalDate.parse(from), Rational.of(yuan), yuan / 10_000 + "万元", "提高上限");
  }

  static Expr.Constant constant(Literal literal) {
    return new Expr.Constant(literal, span(literal.text()));
  }

  static Expr fact(Entity owner, Field field) {
    return new Expr.Fact(0, owner, field, span(field.name()));
  }

  static Expr parents(Entity parent, Field field) {
    return new Expr.Fact(1, parent, field, span(parent.name() + "的" + field.name()));
  }

  static Expr of(Expr.Operator operator, Expr left, Expr right, Type type) {
    return new Expr.Arithmetic(
        operator, left, right, type, span(text(left) + " " + operator.sign() + " " + text(right)));
  }

  static Expr plus(Expr left, Expr right) {
    return of(Expr.Operator.PLUS, left, right, left.type());
  }

  static Expr minus(Expr left, Expr right) {
    return of(Expr.Operator.MINUS, left, right, left.type());
  }

  static Expr times(Expr left, Expr right) {
    return of(Expr.Operator.TIMES, left, right, Type.MONEY);
  }

  static Expr per(Expr left, Expr right, Type type) {
    return of(Expr.Operator.PER, left, right, type);
  }

  static Expr compare(Expr left, Expr.Relation relation, Expr right) {
    return new Expr.Comparison(
        relation, left, right, span(text(left) + " " + relation.word() + " " + text(right)));
  }

  static Expr is(Expr left, Field choice, int position) {
    var type = (Type.Choice) choice.type();
    return compare(
        left, Expr.Relation.EQUAL, new Expr.Word(position, type, span(type.words().get(position))));
  }

  static Expr and(Expr... parts) {
    return new Expr.Logic(true, List.of(parts), span(texts(" 且 ", parts)));
  }

  static Expr or(Expr... parts) {
    return new Expr.Logic(false, List.of(parts), span(texts(" 或 ", parts)));
  }

  static Expr orElse(Expr... parts) {
    return new Expr.Fallback(List.of(parts), parts[0].type(), span(texts(" 如没有则 ", parts)));
  }

  static Expr least(Expr... parts) {
    return new Expr.Extreme(
        true, List.of(parts), parts[0].type(), span("取小(" + texts("，", parts) + ")"));
  }

  static Expr greatest(Expr... parts) {
    return new Expr.Extreme(
        false, List.of(parts), parts[0].type(), span("取大(" + texts("，", parts) + ")"));
  }

  static Expr countOf(Entity children, @Nullable Expr filter) {
    return new Expr.Aggregate(
        true,
        0,
        children,
        null,
        filter,
        List.of(),
        Type.COUNT,
        span("计数(" + children.name() + ")"));
  }

  static Expr sumOf(Entity children, Expr value) {
    return new Expr.Aggregate(
        false,
        0,
        children,
        value,
        null,
        List.of(),
        value.type(),
        span("合计(" + children.name() + "的" + text(value) + ")"));
  }

  static Expr first(Expr condition) {
    return new Expr.First(condition, span("首次(" + text(condition) + ")"));
  }

  static Expr highest(Expr quantity) {
    return new Expr.HighestRewarded(quantity, span("历史最高(" + text(quantity) + ")"));
  }

  static Expr undecided(String who, String what) {
    return new Expr.Undecided(who, what, Type.MONEY, span("待定（" + who + "：" + what + "）"));
  }

  static Expr defined(Definition definition) {
    return new Expr.Defined(0, definition, span(definition.name()));
  }

  static Key own(Entity entity) {
    return new Key.Owner(0, entity);
  }

  static Key parent(Entity entity) {
    return new Key.Owner(1, entity);
  }

  static Stream<Literal> literals(@Nullable Expr expr) {
    if (expr == null) {
      return Stream.empty();
    }
    return expr instanceof Expr.Constant(var literal, _)
        ? Stream.of(literal)
        : duixian.policy.eval.expression.Parts.of(expr).stream().flatMap(Words::literals);
  }

  private static Expr number(Rational value, Type type, String text) {
    return constant(literal(value, type, text));
  }

  private static String text(Expr expr) {
    return expr.span().text();
  }

  private static String texts(String between, Expr... parts) {
    return Stream.of(parts).map(Words::text).collect(Collectors.joining(between));
  }
}
