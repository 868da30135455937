package duixian.policy.columns.plan;

import duixian.policy.model.Entity;
import duixian.policy.model.Expr;
import duixian.policy.model.Field;

/// What a lack is called, in the words of the policy.
public final class LackName {
  public static final String ZERO_DIVISOR = "除数为零";
  public static final String NO_CASE = "没有适用的情形";
  public static final String NEGATIVE = "额度为负";
  public static final String TOO_LARGE = "超出可以计算的金额";
  public static final String FIRST = "首次";
  public static final String HIGHEST = "历史最高";

  private LackName() {}

  public static String of(Entity owner, Field field) {
    return owner.name() + "的" + field.name();
  }

  public static String of(Expr.Aggregate e) {
    return e.children().name() + (e.count() ? "的计数" : "的合计");
  }

  public static String of(Expr.Earliest e) {
    return "最早的" + e.entity().name();
  }

  public static String outside(Use use) {
    return use.name() + "的计入";
  }
}
