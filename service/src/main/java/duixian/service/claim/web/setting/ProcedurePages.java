package duixian.service.claim.web.setting;

import duixian.service.claim.Refusal;
import duixian.service.claim.Tasks;
import duixian.service.claim.night.Runs;
import duixian.service.claim.procedure.Procedure;
import duixian.service.claim.procedure.Procedures;
import duixian.service.claim.procedure.Step;
import duixian.service.parameter.Kind;
import duixian.service.parameter.Parameters;
import duixian.service.party.Person;
import duixian.service.site.Answer;
import duixian.service.tabular.Typed;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class ProcedurePages {
  private static final int NIGHTS = 14;

  private final Clock clock;
  private final Procedures procedures;
  private final Tasks tasks;
  private final Parameters parameters;
  private final Runs runs;

  ProcedurePages(
      Clock clock, Procedures procedures, Tasks tasks, Parameters parameters, Runs runs) {
    this.clock = clock;
    this.procedures = procedures;
    this.tasks = tasks;
    this.parameters = parameters;
    this.runs = runs;
  }

  @GetMapping("/settings/procedures")
  Answer show() {
    var all = procedures.ids().stream().map(procedures::procedure).map(this::row).toList();
    return new Answer.Page(
        "程序与时限",
        "setting/procedures",
        new ProceduresPage(
            LocalDate.now(clock),
            all,
            parameters.history(Kind.LIMIT),
            parameters.history(Kind.INTEREST),
            runs.latest().stream().limit(NIGHTS).toList()));
  }

  @PostMapping("/settings/procedures/limit")
  Answer limit(
      Person person,
      @RequestParam(name = "key") String key,
      @RequestParam(name = "days") int days,
      @RequestParam(name = "from") LocalDate from,
      @RequestParam(name = "reason", defaultValue = "") String reason) {
    var known =
        procedures.ids().stream()
            .map(procedures::procedure)
            .flatMap(one -> row(one).steps().stream())
            .anyMatch(step -> step.key().equals(key) && step.usual() != null);
    if (!known) {
      throw new Refusal("没有计时的环节“" + key + "”");
    }
    parameters.set(Kind.LIMIT, key, days, from, reason.strip(), person);
    return new Answer.Redirect(
        "/settings/procedures", "%s 自 %s 起限 %d 天，已办的不变".formatted(key, from, days));
  }

  @PostMapping("/settings/procedures/interest")
  Answer interest(
      Person person,
      @RequestParam(name = "percent") String percent,
      @RequestParam(name = "from") LocalDate from,
      @RequestParam(name = "reason", defaultValue = "") String reason) {
    long rate;
    try {
      rate = Typed.shifted(percent, 2);
    } catch (ArithmeticException | NumberFormatException e) {
      throw new Refusal("年利率“" + percent + "”应写成百分数，最多两位小数，例如 3.45");
    }
    parameters.set(Kind.INTEREST, "追回利率", rate, from, reason.strip(), person);
    return new Answer.Redirect(
        "/settings/procedures", "追回利率自 %s 起为每年 %s%%".formatted(from, percent.strip()));
  }

  private ProceduresPage.Row row(Procedure procedure) {
    var today = LocalDate.now(clock);
    return new ProceduresPage.Row(
        procedure.id(),
        procedure.name(),
        procedure.steps().stream()
            .filter(step -> step.kind() != Step.Kind.END)
            .map(step ->
                new ProceduresPage.StepRow(
                    step.step(),
                    step.role().label(),
                    step.limitDays(),
                    tasks.limit(procedure.id(), step, today),
                    step.naturalDays(),
                    Tasks.limitKey(procedure.id(), step.step())))
            .toList());
  }
}
