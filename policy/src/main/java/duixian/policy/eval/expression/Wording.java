package duixian.policy.eval.expression;

import duixian.policy.facts.Facts;
import duixian.policy.facts.Table;
import duixian.policy.model.Entity;
import duixian.policy.model.Expr;
import duixian.policy.model.Field;
import duixian.policy.model.Type;
import duixian.policy.value.Dimension;
import duixian.policy.value.Money;
import duixian.policy.value.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;

/// Facts as values, and values as an officer reads them: 160万元, 60%, 312家, 2023年5月6日.
public final class Wording {
  private static final BigInteger WAN = BigInteger.valueOf(10_000);
  private static final BigInteger YI = BigInteger.valueOf(100_000_000);

  private final Facts facts;

  Wording(Facts facts) {
    this.facts = facts;
  }

  /// The fact of a record; 缺 when it was not supplied.
  public Value value(Entity owner, int row, Field field) {
    var stored = facts.table(owner).value(field, row);
    if (stored == Table.MISSING) {
      return Value.absent(record(owner, row) + " 的 " + field.name(), "未填报");
    }
    return switch (field.type()) {
      case Type.Amount _ -> new Value.Amount(Rational.of(stored, field.scale()));
      case Type.Flag _ -> Value.flag(stored != 0);
      case Type.Day _ -> new Value.Day(stored);
      case Type.Choice _ -> new Value.Word((int) stored);
      case Type.Reference _ -> new Value.Code(stored);
    };
  }

  /// `企业项目 X1`, `租约 L1（2022年）`.
  public String record(Entity entity, int row) {
    var table = facts.table(entity);
    var name = entity.name() + " " + table.id(row);
    return entity.yearly() ? name + "（" + table.year(row) + "年）" : name;
  }

  /// `企业项目 X1 的 项目投资总额 ÷ 3`: an expression with the record that it is read on.
  public String place(Expr expr, Scope scope) {
    var entity = scope.entity();
    return entity == null ? label(expr) : record(entity, scope.row()) + " 的 " + label(expr);
  }

  public String text(Value value, Expr expr) {
    return text(value, expr.type());
  }

  /// The expression as the policy writes it, on one line.
  public static String label(Expr expr) {
    var words = expr.span().text();
    return words.indexOf('\n') < 0 ? words.strip() : words.strip().replaceAll("\\s+", " ");
  }

  public String text(Value value, Type type) {
    return switch (value) {
      case Value.Amount(var number) ->
          type instanceof Type.Amount(var dimension) ? number(number, dimension) : number.text();
      case Value.Flag(var holds) -> holds ? "是" : "否";
      case Value.Day(var day) -> day(LocalDate.ofEpochDay(day));
      case Value.Word(var position) ->
          type instanceof Type.Choice(var words) ? words.get(position) : "第" + position + "项";
      case Value.Referred(var entity, var row) -> record(entity, row);
      case Value.Code(var code) -> facts.text(code);
      case Value.Absent _ -> "缺";
      case Value.Undecided _ -> "待定";
    };
  }

  public static String day(LocalDate day) {
    return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }

  private static String number(Rational number, Dimension dimension) {
    if (dimension.isMoney()) {
      return money(number);
    }
    if (dimension.powers().isEmpty() && !dimension.open()) {
      return decimal(number.times(Rational.of(100)), 6) + "%";
    }
    return count(number) + dimension.unit();
  }

  public static String money(Rational yuan) {
    var fen = yuan.times(Rational.of(100));
    return fen.isWhole() && fen.numerator().bitLength() < Long.SIZE
        ? new Money(fen.numerator().longValueExact()).text()
        : decimal(yuan, 6) + "元";
  }

  private static String count(Rational number) {
    if (!number.isWhole() || number.signum() == 0) {
      return decimal(number, 6);
    }
    var whole = number.numerator();
    if (whole.mod(YI).signum() == 0) {
      return whole.divide(YI) + "亿";
    }
    return whole.mod(WAN).signum() == 0 ? whole.divide(WAN) + "万" : whole.toString();
  }

  /// Exact where it ends within `places`; else cut there and marked 约.
  private static String decimal(Rational number, int places) {
    var cut =
        new BigDecimal(number.numerator())
            .divide(new BigDecimal(number.denominator()), places, RoundingMode.DOWN);
    var plain = cut.signum() == 0 ? "0" : cut.stripTrailingZeros().toPlainString();
    return Rational.of(cut).equals(number) ? plain : "约" + plain;
  }
}
