package duixian.policy.print;

import duixian.policy.model.Award;
import duixian.policy.model.Cap;
import duixian.policy.model.Entity;
import duixian.policy.model.Expr;
import duixian.policy.model.Key;
import duixian.policy.model.Literal;
import duixian.policy.model.Policy;
import duixian.policy.model.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The checked program as text: everything that decides a result, nothing of where it stood.
///
/// Two texts of a policy mean the same when they print the same.
public final class ProgramPrinter {
  private final List<String> lines = new ArrayList<>();

  private ProgramPrinter() {}

  public static String print(Policy policy) {
    var printer = new ProgramPrinter();
    printer.head(policy);
    policy.entities().forEach(printer::entity);
    policy.readings().forEach(printer::reading);
    for (var definition : policy.definitions()) {
      printer.lines.add(
          "定义 %s的%s%s：%s ＝ %s"
              .formatted(
                  definition.entity().name(),
                  definition.name(),
                  definition.yearly() ? " 逐年" : "",
                  definition.value().type().text(),
                  ExprPrinter.print(definition.value())));
    }
    policy.awards().forEach(printer::award);
    policy.caps().forEach(cap -> printer.cap(cap, policy));
    for (var target : policy.targets()) {
      printer.line(0, "目标 " + target.name(), target.clause());
      printer.line(1, "指标", ExprPrinter.print(target.measure()));
      printer.line(1, "不低于", ExprPrinter.print(target.floor()));
      printer.line(1, "至", String.valueOf(target.until()));
    }
    for (var property : policy.properties()) {
      printer.line(
          0,
          "核查 " + property.name() + "（" + property.object().name() + "）",
          ExprPrinter.print(property.claim()));
    }
    policy.literals().forEach(printer::literal);
    return String.join("\n", printer.lines);
  }

  private void head(Policy policy) {
    lines.add(
        "政策 %s：%s 至 %s，兑现至 %s，到 %d 分，%s"
            .formatted(
                policy.name(),
                policy.effective(),
                policy.expires(),
                policy.payableUntil(),
                policy.unitFen(),
                policy.rounding().word()));
  }

  private void entity(Entity entity) {
    var parent = entity.parent();
    lines.add(
        "主体 "
            + entity.name()
            + (parent == null ? "" : " 属于 " + parent.name())
            + (entity.yearly() ? " 逐年" : ""));
    for (var field : entity.fields()) {
      line(
          1,
          field.name(),
          field.type().text()
              + (field.scale() == 1 ? "" : " ×" + field.scale())
              + (field.optional() ? " 可缺" : ""));
    }
  }

  private void reading(Reading reading) {
    lines.add("解释点 " + reading.name() + "：" + reading.question());
    if (reading.isSwitch()) {
      line(1, "可选", String.join("、", reading.choices()) + "（" + reading.type().text() + "）");
    }
    line(1, "采用", reading.decision());
  }

  private void award(Award award) {
    line(0, "奖补 " + award.name(), award.clause());
    var filter = award.filter();
    line(
        1,
        "对象",
        award.object().name() + (filter == null ? "" : " 其中 " + ExprPrinter.print(filter)));
    award.conditions().forEach(condition -> line(1, "条件", ExprPrinter.print(condition)));
    line(1, "频次", frequency(award.frequency()) + (award.rowPerYear() ? "；每年一行" : ""));
    line(1, "额度", ExprPrinter.print(award.amount()));
    for (var limit : award.limits()) {
      line(1, "上限", ExprPrinter.print(limit.amount()) + per(limit.keys()));
    }
    var quota = award.quota();
    if (quota != null) {
      line(1, "名额", ExprPrinter.literal(quota.places()) + per(quota.keys()));
    }
    optional("年度", award.day());
    optional("次序", award.order());
    line(1, "受款", key(award.payee()));
    if (!award.evidence().isEmpty()) {
      line(1, "材料", String.join("、", award.evidence()));
    }
  }

  private static String frequency(Award.Frequency frequency) {
    return switch (frequency) {
      case Award.Frequency.Once(var keys) -> "一次性" + per(keys);
      case Award.Frequency.Yearly(var years, var keys) ->
          "逐年" + (years == null ? "" : " 最长 " + ExprPrinter.literal(years)) + per(keys);
    };
  }

  private void cap(Cap cap, Policy policy) {
    line(0, "限额 " + cap.name(), cap.clause());
    for (var scope : cap.scopes()) {
      line(1, "范围", policy.awards().get(scope.award()).name() + per(scope.keys()));
      optional("  适用", scope.applies());
      optional("  计入", scope.outside());
      line(2, "不超过", ExprPrinter.print(scope.limit()));
    }
    var years = cap.years();
    if (years != null) {
      line(1, "期限", ExprPrinter.literal(years));
    }
    line(
        1,
        "分配",
        switch (cap.sharing()) {
          case Cap.Sharing.FirstCome _ -> "先到先得";
          case Cap.Sharing.ProRata _ -> "按比例";
          case Cap.Sharing.Chosen(var reading, _) -> "{解释点 " + reading.name() + "}";
        });
    line(
        1,
        "超出时",
        switch (cap.excess()) {
          case Cap.Excess.Cut _ -> "削减";
          case Cap.Excess.Refuse _ -> "不予资助";
          case Cap.Excess.Chosen(var reading, _) -> "{解释点 " + reading.name() + "}";
        });
  }

  private void literal(Literal literal) {
    var changes =
        literal.changes().stream()
            .map(change -> "；自 " + change.from() + " " + change.text())
            .collect(Collectors.joining());
    var quote = literal.quote();
    line(
        0,
        "数 " + literal.id(),
        literal.text() + changes + (quote == null ? "" : "  “" + quote.text() + "”"));
  }

  private static String per(List<Key> keys) {
    return keys.stream().map(key -> " 每 " + key(key)).collect(Collectors.joining());
  }

  private static String key(Key key) {
    return switch (key) {
      case Key.Owner(var up, var entity) -> (up == 0 ? "" : "上" + up + ".") + entity.name();
      case Key.Value(var up, var field) -> (up == 0 ? "" : "上" + up + ".") + field.name();
      case Key.Year _ -> "年度";
    };
  }

  private void optional(String key, @Nullable Expr expr) {
    if (expr != null) {
      line(1, key, ExprPrinter.print(expr));
    }
  }

  private void line(int depth, String key, String value) {
    lines.add("  ".repeat(depth) + key + "：" + value);
  }
}
