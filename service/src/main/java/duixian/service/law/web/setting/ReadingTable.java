package duixian.service.law.web.setting;

import duixian.policy.model.Reading;
import duixian.policy.model.Run;
import duixian.service.law.Laws;
import duixian.service.party.Person;
import duixian.service.site.Answer;
import duixian.service.tabular.Changes;
import duixian.service.tabular.Tabular;
import duixian.service.tabular.Taken;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The readings as a table that goes out and comes back in, for one file: a row without a day says
/// what holds today, one with a day that is chosen already, what is chosen.
final class ReadingTable {
  private static final List<String> HEAD = List.of("解释点", "条款", "问题", "可选", "取法", "生效日期", "理由");
  private static final List<String> READ = List.of("解释点", "取法", "生效日期", "理由");
  static final int LONGEST_REASON = 400;

  private final Run run;
  private final List<Laws.Choice> chosen;
  private final Set<String> seen = new HashSet<>();

  /// `chosen` in the order in which the choices take effect.
  ReadingTable(Run run, List<Laws.Choice> chosen) {
    this.run = run;
    this.chosen = List.copyOf(chosen);
  }

  Answer.Sheet sheet() {
    return new Answer.Sheet(
        "解释点",
        HEAD,
        run.policy().readings().stream()
            .map(reading -> row(reading, on(reading.name(), run.day())))
            .toList());
  }

  private List<@Nullable Object> row(Reading reading, Laws.@Nullable Choice set) {
    return Arrays.asList(
        reading.name(),
        reading.clause(),
        reading.question(),
        String.join("、", reading.choices()),
        now(reading),
        set == null ? null : set.validFrom(),
        set == null ? reading.reason() : set.reason());
  }

  /// Throws [Tabular.Unreadable].
  Changes<Laws.Choice> read(byte[] file, Person by) {
    return Taken.of(
            Tabular.read(file, READ), this::complaint, line -> choice(line, by.id()), "文件里没有解释点")
        .changes(this::isNew);
  }

  private Laws.Choice choice(Tabular.Line line, String by) {
    return new Laws.Choice(
        line.cell("解释点"),
        line.cell("取法"),
        Tabular.day(line.cell("生效日期")).orElse(run.day()),
        line.cell("理由"),
        by);
  }

  private String complaint(Tabular.Line line) {
    var reading = run.policy().reading(line.cell("解释点"));
    if (reading == null) {
      return line.wrong("解释点", "现行政策没有解释点“" + line.cell("解释点") + "”");
    }
    var choice = choice(line, "");
    if (!reading.isSwitch() && !choice.choice().equals(now(reading))) {
      return line.wrong("取法", "“" + reading.name() + "”写在政策文本里，不能在这里改");
    }
    if (reading.isSwitch() && !reading.choices().contains(choice.choice())) {
      return line.wrong(
          "取法", "“%s”应是 %s 之一".formatted(choice.choice(), String.join("、", reading.choices())));
    }
    var written = line.cell("生效日期");
    if (!written.isEmpty() && Tabular.day(written).isEmpty()) {
      return line.wrong("生效日期", "“" + written + "”应写成 2026-06-30");
    }
    if (!seen.add(reading.name() + " " + choice.validFrom())) {
      return line.wrong("生效日期", "同一解释点、同一天在文件里出现了两次，请只留一行");
    }
    if (!isNew(choice)) {
      return "";
    }
    if (written.isEmpty() || choice.validFrom().isBefore(run.day())) {
      return line.wrong("生效日期", "取法改了，要写从哪天起，不早于今天 " + run.day() + "；已经提交的按当时的解释");
    }
    return choice.reason().isEmpty() || choice.reason().length() > LONGEST_REASON
        ? line.wrong("理由", "要写改的理由和依据，不超过 " + LONGEST_REASON + " 个字")
        : "";
  }

  private boolean isNew(Laws.Choice choice) {
    var reading = run.policy().reading(choice.reading());
    if (reading == null || !reading.isSwitch()) {
      return false;
    }
    if (choice.validFrom().equals(run.day()) && choice.choice().equals(now(reading))) {
      return false;
    }
    var set = on(choice.reading(), choice.validFrom());
    return set == null
        || !set.validFrom().equals(choice.validFrom())
        || !set.choice().equals(choice.choice());
  }

  /// The choice of today, or what the text decides.
  private String now(Reading reading) {
    return reading.isSwitch()
        ? reading.choices().get(run.choice(reading))
        : reading.decision().strip();
  }

  private Laws.@Nullable Choice on(String reading, LocalDate day) {
    return chosen.stream()
        .filter(one -> one.reading().equals(reading) && !one.validFrom().isAfter(day))
        .reduce((_, later) -> later)
        .orElse(null);
  }
}
