package duixian.service.law.web.setting;

import duixian.policy.model.Reading;
import duixian.policy.model.Run;
import duixian.service.law.Laws;
import duixian.service.party.Person;
import duixian.service.site.Answer;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

@Controller
class ReadingPages {
  private final Clock clock;
  private final Laws laws;

  ReadingPages(Clock clock, Laws laws) {
    this.clock = clock;
    this.laws = laws;
  }

  @GetMapping("/settings/readings")
  Answer show(@RequestParam(name = "format", required = false) @Nullable String format) {
    return "xlsx".equals(format) ? table().sheet() : page(List.of());
  }

  private ReadingTable table() {
    var run = laws.run(LocalDate.now(clock));
    return new ReadingTable(run, laws.choices(run.policy().name()));
  }

  private Answer page(List<String> complaints) {
    var today = LocalDate.now(clock);
    var run = laws.run(today);
    var chosen = laws.choices(run.policy().name());
    var rows = run.policy().readings().stream().map(reading -> row(reading, run, chosen)).toList();
    return new Answer.Page(
        "解释点",
        "setting/readings",
        new ReadingsPage(run.policy().version(), today, rows, complaints));
  }

  private static ReadingsPage.Row row(Reading reading, Run run, List<Laws.Choice> chosen) {
    return new ReadingsPage.Row(
        reading.name(),
        reading.clause(),
        reading.question(),
        reading.choices(),
        reading.isSwitch() ? reading.choices().get(run.choice(reading)) : reading.decision(),
        reading.reason(),
        chosen.stream().filter(choice -> choice.reading().equals(reading.name())).toList());
  }

  @PostMapping("/settings/readings")
  Answer choose(
      Person person,
      @RequestParam(name = "reading") String reading,
      @RequestParam(name = "choice") String choice,
      @RequestParam(name = "from") LocalDate from,
      @RequestParam(name = "reason", defaultValue = "") String reason) {
    if (reason.isBlank()) {
      return back("改解释要写理由和依据");
    }
    if (from.isBefore(LocalDate.now(clock))) {
      return back("生效日不能早于今天，已经提交的按当时的解释");
    }
    var known =
        laws.inForce().readings().stream()
            .anyMatch(one -> one.name().equals(reading) && one.choices().contains(choice));
    if (!known) {
      return back("没有解释点“" + reading + "”的取法“" + choice + "”");
    }
    laws.choose(reading, choice, from, reason.strip(), person.id());
    return new Answer.Redirect(
        "/settings/readings", "%s 自 %s 起取“%s”".formatted(reading, from, choice));
  }

  /// The table as it is exported.
  @PostMapping("/settings/readings/import")
  Answer take(Person person, @RequestParam(name = "file") MultipartFile file) throws IOException {
    var read = table().read(file.getBytes(), person);
    if (read.isRefused()) {
      return page(read.complaints());
    }
    laws.choose(read.rows());
    return new Answer.Redirect(
        "/settings/readings",
        "设定 %d 项，%d 行没有变化；已经提交的按当时的解释".formatted(read.rows().size(), read.same()));
  }

  private static Answer back(String sentence) {
    return new Answer.Redirect("/settings/readings", sentence, true);
  }
}
