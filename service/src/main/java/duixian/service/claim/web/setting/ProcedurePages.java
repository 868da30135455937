package duixian.service.claim.web.setting;

import duixian.service.claim.Refusal;
import duixian.service.claim.Tasks;
import duixian.service.claim.night.Runs;
import duixian.service.claim.procedure.Procedure;
import duixian.service.claim.procedure.Procedures;
import duixian.service.claim.procedure.Step;
import duixian.service.parameter.Interest;
import duixian.service.parameter.Kind;
import duixian.service.parameter.Parameters;
import duixian.service.party.Person;
import duixian.service.site.Answer;
import duixian.service.site.Shown;
import duixian.service.tabular.Typed;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

@Controller
class ProcedurePages {
  private static final int NIGHTS = 14;

  private final Clock clock;
  private final Procedures procedures;
  private final Tasks tasks;
  private final Parameters parameters;
  private final Runs runs;
  private final ParameterTable table;

  ProcedurePages(
      Clock clock,
      Procedures procedures,
      Tasks tasks,
      Parameters parameters,
      Runs runs,
      ParameterTable table) {
    this.clock = clock;
    this.table = table;
    this.procedures = procedures;
    this.tasks = tasks;
    this.parameters = parameters;
    this.runs = runs;
  }

  @GetMapping("/settings/procedures")
  Answer show(@RequestParam(name = "format", required = false) @Nullable String format) {
    return "xlsx".equals(format) ? book() : page(List.of());
  }

  private Answer page(List<String> complaints) {
    var all = procedures.ids().stream().map(procedures::procedure).map(this::row).toList();
    return new Answer.Page(
        "程序与时限",
        "setting/procedures",
        new ProceduresPage(
            LocalDate.now(clock),
            all,
            parameters.history(Kind.LIMIT),
            parameters.history(Kind.INTEREST),
            nights(),
            complaints));
  }

  private List<Runs.Run> nights() {
    return runs.latest().stream().limit(NIGHTS).toList();
  }

  /// The parameters first, as they come back in.
  private Answer book() {
    var set =
        parameters.history(Kind.LIMIT).stream()
            .map(one ->
                List.<@Nullable Object>of(
                    one.key(), one.value(), one.validFrom(), one.reason(), one.recordedBy()))
            .toList();
    var nights =
        nights().stream()
            .map(one ->
                Arrays.<@Nullable Object>asList(
                    Shown.moment(one.startedAt()),
                    Shown.moment(one.endedAt()),
                    one.roots(),
                    one.raised(),
                    one.failed()))
            .toList();
    return new Answer.Book(
        "程序与时限",
        List.of(
            table.sheet(),
            new Answer.Sheet("设定过的时限", List.of("环节", "天", "自", "依据", "设定人"), set),
            new Answer.Sheet("夜间匹配", List.of("开始", "结束", "主体", "新立", "没成"), nights)));
  }

  @PostMapping("/settings/procedures/import")
  Answer take(Person person, @RequestParam(name = "file") MultipartFile file) throws IOException {
    var read = table.read(file.getBytes());
    if (read.isRefused()) {
      return page(read.complaints());
    }
    parameters.set(read.rows(), person);
    return new Answer.Redirect(
        "/settings/procedures",
        "设定 %d 项，%d 行没有变化；已办的不变".formatted(read.rows().size(), read.same()));
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
    parameters.set(Kind.INTEREST, Interest.KEY, rate, from, reason.strip(), person);
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
