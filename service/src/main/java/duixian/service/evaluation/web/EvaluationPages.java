package duixian.service.evaluation.web;

import duixian.service.claim.Claim;
import duixian.service.claim.Claims;
import duixian.service.claim.Refusal;
import duixian.service.evaluation.Evaluations;
import duixian.service.party.Names;
import duixian.service.party.Parties;
import duixian.service.party.Person;
import duixian.service.party.Role;
import duixian.service.site.Answer;
import duixian.service.site.Missing;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

@Controller
class EvaluationPages {
  private static final int SHOWN = 300;
  private static final int SHEET = 100_000;

  private final Clock clock;
  private final Claims claims;
  private final Evaluations evaluations;
  private final Parties parties;

  EvaluationPages(Clock clock, Claims claims, Evaluations evaluations, Parties parties) {
    this.clock = clock;
    this.claims = claims;
    this.evaluations = evaluations;
    this.parties = parties;
  }

  @GetMapping("/evaluations")
  Answer list(
      Person person, @RequestParam(name = "format", required = false) @Nullable String format) {
    return page(person, "xlsx".equals(format) ? SHEET : SHOWN, List.of());
  }

  private Answer page(Person person, int most, List<String> complaints) {
    var year = LocalDate.now(clock).getYear();
    var rows =
        evaluations.standings(year, payee(person), most).stream()
            .map(EvaluationPages::row)
            .toList();
    return new Answer.Page(
        "绩效",
        "evaluation/list",
        new EvaluationPage.ListPage(year, rows, person.is(Role.REVIEWER), complaints));
  }

  private static String payee(Person person) {
    return person.is(Role.APPLICANT) ? person.organisation() : "";
  }

  /// The goals alone, as they come back in.
  @GetMapping("/evaluations/goals")
  Answer goals(Person person) {
    return new GoalTable(evaluations.everySet(payee(person))).sheet();
  }

  @PostMapping("/evaluations/goals")
  Answer take(Person person, @RequestParam(name = "file") MultipartFile file) throws IOException {
    var read = new GoalTable(evaluations.everySet(payee(person))).read(file.getBytes());
    if (read.isRefused()) {
      return page(person, SHOWN, read.complaints());
    }
    evaluations.set(read.rows(), person);
    return new Answer.Redirect(
        "/evaluations", "设定目标 %d 项，%d 行没有变化".formatted(read.rows().size(), read.same()));
  }

  private static EvaluationPage.Row row(Evaluations.Standing one) {
    var state =
        one.grade() != null
            ? "%s（%d%%）".formatted(one.grade(), one.rate())
            : one.reported() ? "已自评，待确认" : one.goals() == 0 ? "没有设目标" : "待自评";
    return new EvaluationPage.Row(one.number(), one.unit(), one.award(), one.granted(), state);
  }

  @GetMapping("/evaluations/{number}")
  Answer one(Person person, @PathVariable("number") String number) {
    var claim = visible(number, person);
    return new Answer.Page(
        "绩效 " + number,
        "evaluation/evaluation",
        new EvaluationPage(
            number,
            claim.award(),
            new Names(parties).unit(claim.unit()),
            person.is(Role.APPLICANT) && person.organisation().equals(claim.unit()),
            person.is(Role.REVIEWER),
            LocalDate.now(clock).getYear(),
            evaluations.goals(claim.id()),
            evaluations.of(claim.id()),
            evaluations.actuals(claim.id())));
  }

  @PostMapping("/evaluations/{number}/goals")
  Answer goal(
      Person person,
      @PathVariable("number") String number,
      @RequestParam(name = "name") String name,
      @RequestParam(name = "unit") String unit,
      @RequestParam(name = "target") String target) {
    evaluations.set(
        visible(number, person).id(), name.strip(), unit.strip(), number(target), person);
    return back(number, "已设定目标");
  }

  @PostMapping("/evaluations/{number}/report")
  Answer report(
      Person person,
      @PathVariable("number") String number,
      @RequestParam(name = "year") int year,
      @RequestParam Map<String, String> fields) {
    var claim = visible(number, person);
    var reached = new HashMap<Long, BigDecimal>();
    for (var goal : evaluations.goals(claim.id())) {
      var text = fields.get("goal-" + goal.id());
      if (text != null && !text.isBlank()) {
        reached.put(goal.id(), number(text));
      }
    }
    evaluations.report(claim.id(), year, reached, person);
    return back(number, year + "年自评已提交，待业务科室确认");
  }

  @PostMapping("/evaluations/{number}/confirm")
  Answer confirm(
      Person person,
      @PathVariable("number") String number,
      @RequestParam(name = "year") int year,
      @RequestParam(name = "opinion", defaultValue = "") String opinion) {
    var grade = evaluations.confirm(visible(number, person).id(), year, opinion.strip(), person);
    return back(number, year + "年绩效评为“" + grade.label() + "”");
  }

  private static Answer back(String number, String sentence) {
    return new Answer.Redirect("/evaluations/" + number, sentence);
  }

  private Claim visible(String number, Person person) {
    return claims.find(number, person).orElseThrow(() -> new Missing("没有这件申报，或它不由您办理"));
  }

  static boolean isShort(BigDecimal number) {
    return number.precision() <= 15 && Math.abs(number.scale()) <= 4;
  }

  static BigDecimal number(String text) {
    try {
      var number = new BigDecimal(text.strip());
      if (!isShort(number)) {
        throw new Refusal("“" + text + "”太长，请换个单位");
      }
      return number;
    } catch (NumberFormatException e) {
      throw new Refusal("“" + text + "”应是一个数");
    }
  }
}
