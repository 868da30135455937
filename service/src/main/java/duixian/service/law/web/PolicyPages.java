package duixian.service.law.web;

import duixian.policy.model.Run;
import duixian.policy.source.SourceText;
import duixian.service.law.Laws;
import duixian.service.law.Measure;
import duixian.service.site.Answer;
import duixian.service.site.Missing;
import duixian.service.site.Shown;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class PolicyPages {
  private final Clock clock;
  private final Laws laws;

  PolicyPages(Clock clock, Laws laws) {
    this.clock = clock;
    this.laws = laws;
  }

  /// A version of the policy, the one in force unless named; with `against`, what changed since.
  @GetMapping("/policy")
  Answer policy(
      @RequestParam(name = "version", required = false) @Nullable String version,
      @RequestParam(name = "against", required = false) @Nullable String against) {
    var today = laws.run(LocalDate.now(clock));
    var chosen = version == null ? today.policy().version() : version;
    var text = text(chosen);
    var run =
        chosen.equals(today.policy().version()) ? today : Run.of(laws.version(chosen), today.day());
    var policy = run.policy();
    var page =
        new PolicyPage(
            policy.title(),
            chosen,
            policy.effective().toString(),
            policy.expires().toString(),
            Articles.of(text),
            readings(run),
            Measure.of(policy).stream()
                .filter(Measure::isUndetermined)
                .map(measure -> measure.award() + "：" + String.join("；", measure.texts("额度")))
                .toList(),
            versions(),
            against == null || against.isEmpty()
                ? null
                : Difference.of(lines(text(against)), lines(text)));
    return new Answer.Page("政策", "law/policy", page);
  }

  private SourceText text(String version) {
    return laws.text(version).orElseThrow(() -> new Missing("没有这个版本的政策；请从版本列表里选"));
  }

  private static List<String> lines(SourceText text) {
    return text.text().lines().toList();
  }

  private List<PolicyPage.Version> versions() {
    return laws.versions().stream()
        .map(one ->
            new PolicyPage.Version(
                one.version(), Shown.moment(one.inForceFrom()), one.recordedBy()))
        .toList();
  }

  private List<PolicyPage.Reading> readings(Run run) {
    var chosen =
        laws.choices(run.policy().name()).stream()
            .filter(choice -> !choice.validFrom().isAfter(run.day()))
            .collect(Collectors.toMap(Laws.Choice::reading, choice -> choice, (_, later) -> later));
    return run.policy().readings().stream()
        .map(reading -> {
          var choice = chosen.get(reading.name());
          return new PolicyPage.Reading(
              reading.name(),
              reading.clause(),
              reading.question(),
              reading.choices(),
              reading.isSwitch() ? reading.choices().get(run.choice(reading)) : reading.decision(),
              choice == null ? reading.reason() : choice.reason(),
              choice == null ? "随政策文本" : choice.recordedBy() + "，自 " + choice.validFrom() + " 起");
        })
        .toList();
  }
}
