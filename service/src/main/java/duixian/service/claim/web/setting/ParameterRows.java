package duixian.service.claim.web.setting;

import duixian.service.claim.Tasks;
import duixian.service.claim.procedure.Procedure;
import duixian.service.claim.procedure.Step;
import duixian.service.parameter.Interest;
import duixian.service.parameter.Kind;
import duixian.service.parameter.Parameters;
import duixian.service.tabular.Tabular;
import duixian.service.tabular.Typed;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Checks the rows of one file of parameters against what holds. A row without a day says what
/// holds today; one with a day that is set already, what is set.
final class ParameterRows {
  private static final int LONGEST_REASON = 200;

  private final LocalDate today;
  private final List<Procedure> procedures;
  private final Dated limits;
  private final Dated rates;
  private final Set<String> seen = new HashSet<>();

  ParameterRows(LocalDate today, List<Procedure> procedures, Dated limits, Dated rates) {
    this.today = today;
    this.procedures = procedures;
    this.limits = limits;
    this.rates = rates;
  }

  /// Of a row without complaint.
  Parameters.Change change(Tabular.Line line) {
    var isLimit = isLimit(line);
    var step = isLimit ? step(line) : null;
    return new Parameters.Change(
        isLimit ? Kind.LIMIT : Kind.INTEREST,
        isLimit ? key(line) : Interest.KEY,
        step != null && step.limitDays() == null ? 0 : value(line),
        Tabular.day(line.cell("生效日期")).orElse(today),
        line.cell("依据"));
  }

  boolean isNew(Parameters.Change change) {
    var isToday = change.from().equals(today) && holds(change);
    return !isToday && !dated(change.kind()).has(change.key(), change.value(), change.from());
  }

  String complaint(Tabular.Line line) {
    if (!isLimit(line) && !line.cell("类别").equals(Kind.INTEREST.label())) {
      return line.wrong(
          "类别",
          "“%s”应是%s或%s".formatted(line.cell("类别"), Kind.LIMIT.label(), Kind.INTEREST.label()));
    }
    var place = isLimit(line) ? place(line) : "";
    return place.isEmpty() ? figure(line) : place;
  }

  private String place(Tabular.Line line) {
    var procedure = procedure(line);
    if (procedure == null) {
      return line.wrong(
          "程序",
          "没有程序“%s”；应是 %s 之一"
              .formatted(
                  line.cell("程序"),
                  procedures.stream().map(Procedure::name).collect(Collectors.joining("、"))));
    }
    return step(line) == null
        ? line.wrong("环节", "%s没有环节“%s”；环节不能由导入增减".formatted(procedure.name(), line.cell("环节")))
        : "";
  }

  private String figure(Tabular.Line line) {
    var step = isLimit(line) ? step(line) : null;
    if (step != null && step.limitDays() == null) {
      return line.cell("数值").isEmpty()
          ? day(line)
          : line.wrong("数值", "“" + step.step() + "”不计时，请留空");
    }
    try {
      var kind = isLimit(line) ? Kind.LIMIT : Kind.INTEREST;
      return kind.allows(value(line)) ? day(line) : line.wrong("数值", kind.bounds());
    } catch (ArithmeticException | NumberFormatException e) {
      return line.wrong(
          "数值",
          "“%s”应是%s".formatted(line.cell("数值"), isLimit(line) ? "整天数，例如 5" : "百分数，最多两位小数，例如 3.45"));
    }
  }

  private String day(Tabular.Line line) {
    var written = line.cell("生效日期");
    if (!written.isEmpty() && Tabular.day(written).isEmpty()) {
      return line.wrong("生效日期", "“" + written + "”应写成 2026-06-30");
    }
    var change = change(line);
    if (!seen.add(change.kind() + change.key() + change.from())) {
      return line.wrong("生效日期", "同一项、同一天在文件里出现了两次，请只留一行");
    }
    if (!isNew(change)) {
      return "";
    }
    if (written.isEmpty()) {
      return line.wrong("生效日期", "数值改了，要写从哪天起生效，例如 " + today);
    }
    if (change.from().isBefore(today)) {
      return line.wrong("生效日期", change.from() + " 早于今天；已经办过的不追溯，请写今天或以后");
    }
    return change.reason().isEmpty() || change.reason().length() > LONGEST_REASON
        ? line.wrong("依据", "要写改的依据，不超过 " + LONGEST_REASON + " 个字")
        : "";
  }

  private boolean holds(Parameters.Change change) {
    var set = dated(change.kind()).on(change.key(), today);
    if (set != null) {
      return set.value() == change.value();
    }
    return procedures.stream()
        .flatMap(one ->
            one.steps().stream()
                .filter(step -> Tasks.limitKey(one.id(), step.step()).equals(change.key())))
        .anyMatch(step -> change.value() == (step.limitDays() == null ? 0 : step.limitDays()));
  }

  private Dated dated(Kind kind) {
    return switch (kind) {
      case LIMIT -> limits;
      case INTEREST -> rates;
    };
  }

  private static boolean isLimit(Tabular.Line line) {
    return line.cell("类别").equals(Kind.LIMIT.label());
  }

  private static long value(Tabular.Line line) {
    return Typed.shifted(line.cell("数值"), isLimit(line) ? 0 : 2);
  }

  private String key(Tabular.Line line) {
    var procedure = procedure(line);
    return Tasks.limitKey(procedure == null ? "" : procedure.id(), line.cell("环节"));
  }

  private @Nullable Procedure procedure(Tabular.Line line) {
    return procedures.stream()
        .filter(one -> one.name().equals(line.cell("程序")))
        .findFirst()
        .orElse(null);
  }

  private @Nullable Step step(Tabular.Line line) {
    var procedure = procedure(line);
    return procedure == null
        ? null
        : procedure.steps().stream()
            .filter(one -> one.kind() != Step.Kind.END && one.step().equals(line.cell("环节")))
            .findFirst()
            .orElse(null);
  }
}
