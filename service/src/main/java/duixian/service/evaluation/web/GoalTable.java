package duixian.service.evaluation.web;

import duixian.service.evaluation.Evaluations;
import duixian.service.evaluation.Goal;
import duixian.service.site.Answer;
import duixian.service.tabular.Changes;
import duixian.service.tabular.Tabular;
import duixian.service.tabular.Taken;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The goals of all paid claims as a table that goes out and comes back in, for one file. A claim
/// without goals has a row of its own, to be filled in.
final class GoalTable {
  private static final List<String> HEAD = List.of("申报号", "目标", "不低于", "计量单位");
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_UNIT = 20;

  private final List<Evaluations.Set> known;
  private final Map<String, Evaluations.Set> claims;
  private final Map<String, Evaluations.Set> goals = new HashMap<>();
  private final Set<String> seen = new HashSet<>();

  GoalTable(List<Evaluations.Set> known) {
    this.known = List.copyOf(known);
    this.claims =
        known.stream()
            .collect(Collectors.toMap(Evaluations.Set::number, one -> one, (one, _) -> one));
    known.forEach(one -> goals.put(one.number() + " " + one.name(), one));
  }

  Answer.Sheet sheet() {
    return new Answer.Sheet(
        "绩效目标",
        HEAD,
        known.stream()
            .map(one ->
                Arrays.<@Nullable Object>asList(one.number(), one.name(), one.target(), one.unit()))
            .toList());
  }

  /// Rows that say nothing are among the same. Throws [Tabular.Unreadable].
  Changes<Goal> read(byte[] file) {
    return Taken.of(Tabular.read(file, HEAD), this::complaint, line -> line, "文件里没有申报")
        .changes(this::isNew)
        .map(this::goal);
  }

  private Goal goal(Tabular.Line line) {
    return new Goal(
        0,
        Objects.requireNonNull(claims.get(line.cell("申报号"))).claim(),
        line.cell("目标"),
        line.cell("计量单位"),
        EvaluationPages.number(line.cell("不低于")));
  }

  private boolean isNew(Tabular.Line line) {
    return !line.cell("目标").isEmpty() && !goals.containsKey(key(line));
  }

  private static String key(Tabular.Line line) {
    return line.cell("申报号") + " " + line.cell("目标");
  }

  private String complaint(Tabular.Line line) {
    var claim = claims.get(line.cell("申报号"));
    if (claim == null) {
      return line.wrong("申报号", "没有已拨付的申报“" + line.cell("申报号") + "”");
    }
    if (line.cell("目标").isEmpty()) {
      return line.cell("不低于").isEmpty() && line.cell("计量单位").isEmpty()
          ? ""
          : line.wrong("目标", "不能空，请写目标的名称");
    }
    if (line.cell("目标").length() > LONGEST_NAME) {
      return line.wrong("目标", "不超过 " + LONGEST_NAME + " 个字");
    }
    if (!seen.add(key(line))) {
      return line.wrong("目标", "同一件的同一目标在文件里出现了两次，请只留一行");
    }
    var unit = line.cell("计量单位");
    if (unit.isEmpty() || unit.length() > LONGEST_UNIT) {
      return line.wrong("计量单位", "要写 1 到 " + LONGEST_UNIT + " 个字，例如 家");
    }
    var target = target(line);
    if (target == null || target.signum() <= 0) {
      return line.wrong("不低于", "“" + line.cell("不低于") + "”应是大于零的数，不超过 15 位");
    }
    return settled(line, claim, target, unit);
  }

  private String settled(Tabular.Line line, Evaluations.Set claim, BigDecimal target, String unit) {
    var set = goals.get(key(line));
    if (set != null && set.target() != null) {
      return set.target().compareTo(target) == 0 && unit.equals(set.unit())
          ? ""
          : line.wrong(
              "不低于", "已经设定为 %s %s，不能再改".formatted(set.target().toPlainString(), set.unit()));
    }
    return claim.begun() ? line.wrong("目标", "申报 " + claim.number() + " 已经开始评价，不能再加目标") : "";
  }

  private static @Nullable BigDecimal target(Tabular.Line line) {
    try {
      var number = new BigDecimal(line.cell("不低于"));
      return EvaluationPages.isShort(number) ? number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
