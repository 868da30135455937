package duixian.cli;

import duixian.policy.model.Policy;
import duixian.policy.model.Reading;
import duixian.policy.model.Run;
import duixian.policy.source.Nearest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// The options that pin a run: the day of assessment and the choices at the interpretation points.
final class RunOptions {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--as-of", paramLabel = "日期", description = "认定日，如 2023-12-31；不写就是今天，但不晚于政策届满日。")
  private @Nullable LocalDate day;

  @Option(names = "--reading", paramLabel = "名=选择", description = "在一个解释点上改选，如 租金计奖口径=参考价；可以写多次。")
  private Map<String, String> readings = new LinkedHashMap<>();

  boolean isDayGiven() {
    return day != null;
  }

  /// The run that the options ask for; a ParameterException names an unknown reading or choice.
  Run run(Policy policy, LocalDate today) {
    var latest = today.isAfter(policy.expires()) ? policy.expires() : today;
    var run = Run.of(policy, day == null ? latest : day);
    for (var entry : readings.entrySet()) {
      run = run.choosing(reading(policy, entry.getKey()).name(), choice(policy, entry));
    }
    return run;
  }

  /// Which day was taken when nobody said one.
  static String defaulted(Run run) {
    var isLast = run.day().equals(run.policy().expires());
    return "没有指定认定日，取" + (isLast ? "政策届满日 " : "今天 ") + run.day() + "；用 --as-of 日期 可以指定。";
  }

  private Reading reading(Policy policy, String name) {
    var reading = policy.reading(name);
    if (reading != null && reading.isSwitch()) {
      return reading;
    }
    var known = policy.readings().stream().filter(Reading::isSwitch).map(Reading::name).toList();
    var nearest = Nearest.to(name, known);
    throw new ParameterException(
        spec.commandLine(),
        "政策没有可以改选的解释点“"
            + name
            + "”；"
            + (nearest == null ? "有的是 " + String.join("、", known) : "是不是“" + nearest + "”"));
  }

  private String choice(Policy policy, Map.Entry<String, String> entry) {
    var choices = reading(policy, entry.getKey()).choices();
    if (!choices.contains(entry.getValue())) {
      throw new ParameterException(
          spec.commandLine(),
          "解释点“%s”没有“%s”这个选择；可选 %s"
              .formatted(entry.getKey(), entry.getValue(), String.join("、", choices)));
    }
    return entry.getValue();
  }
}
