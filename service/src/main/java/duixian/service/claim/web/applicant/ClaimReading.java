package duixian.service.claim.web.applicant;

import duixian.service.claim.Claim;
import duixian.service.claim.Claims;
import duixian.service.claim.Event;
import duixian.service.claim.Task;
import duixian.service.claim.Tasks;
import duixian.service.claim.draft.ClaimFiles;
import duixian.service.claim.procedure.Diagram;
import duixian.service.claim.procedure.Procedure;
import duixian.service.claim.procedure.Procedures;
import duixian.service.claim.procedure.Step;
import duixian.service.claim.submission.Submission;
import duixian.service.claim.submission.Submissions;
import duixian.service.claim.web.applicant.ClaimPage.Clock;
import duixian.service.claim.web.applicant.ClaimPage.Handed;
import duixian.service.claim.web.applicant.ClaimPage.Stop;
import duixian.service.claim.web.applicant.ClaimPage.Word;
import duixian.service.claim.web.applicant.ClaimsPage.Turn;
import duixian.service.claim.web.version.Mendings;
import duixian.service.party.Person;
import duixian.service.party.Role;
import duixian.service.site.Missing;
import duixian.service.site.Shown;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gathers what the applicant's pages show of a case.
@Component
class ClaimReading {
  private final java.time.Clock time;
  private final Claims claims;
  private final Procedures procedures;
  private final Submissions submissions;
  private final Tasks tasks;
  private final ClaimFiles files;
  private final Mendings mendings;

  ClaimReading(
      java.time.Clock time,
      Claims claims,
      Procedures procedures,
      Submissions submissions,
      Tasks tasks,
      ClaimFiles files,
      Mendings mendings) {
    this.time = time;
    this.claims = claims;
    this.procedures = procedures;
    this.submissions = submissions;
    this.tasks = tasks;
    this.files = files;
    this.mendings = mendings;
  }

  /// A case of the person's own unit; any other is not there.
  Claim own(long id, Person person) {
    return claims
        .find(id)
        .filter(claim -> claim.unit().equals(person.organisation()))
        .orElseThrow(() -> new Missing("没有这件申报；请从“我的申报”进入"));
  }

  /// The first `size` of each turn, or that page of one.
  ClaimsPage claims(Person person, @Nullable Turn only, int page, int size) {
    var turns =
        claims.ofUnit(person.organisation()).stream()
            .collect(
                Collectors.groupingBy(
                    this::turn, () -> new EnumMap<>(Turn.class), Collectors.toList()));
    return new ClaimsPage(
        turns.entrySet().stream()
            .filter(entry -> only == null || only == entry.getKey())
            .map(entry -> part(entry.getKey(), entry.getValue(), page, size))
            .toList(),
        only);
  }

  private Turn turn(Claim claim) {
    return switch (procedures.procedure(claim.procedure()).step(claim.step()).kind()) {
      case DRAFT, CORRECTION -> Turn.UNIT;
      case SINGLE, PARALLEL, EXPERTS, SITE, DECISION, NOTICE, POOL, ISSUE, PAYMENT -> Turn.OFFICE;
      case END -> Turn.NOBODY;
    };
  }

  private ClaimsPage.Part part(Turn turn, List<Claim> all, int number, int size) {
    var pages = (all.size() + size - 1) / size;
    var page = Math.clamp(number, 1, pages);
    return new ClaimsPage.Part(
        turn,
        all.subList((page - 1) * size, Math.min(page * size, all.size())).stream()
            .map(this::row)
            .toList(),
        all.size(),
        page,
        pages);
  }

  private ClaimsPage.Row row(Claim claim) {
    var open =
        tasks.of(claim.id()).stream()
            .filter(task -> task.isOpen() && task.due() != null)
            .findFirst();
    return new ClaimsPage.Row(
        claim,
        open.map(task -> Shown.day(task.due())).orElse("—"),
        open.map(task -> colour(task.clock(LocalDate.now(time)))).orElse(""));
  }

  ClaimPage page(Claim claim) {
    var procedure = procedures.procedure(claim.procedure());
    var history = claims.history(claim.id());
    var handed = submissions.of(claim.id());
    var kind = procedure.step(claim.step()).kind();
    return new ClaimPage(
        claim,
        line(procedure, claim, history),
        clocks(claim),
        words(history),
        handed.stream().map(ClaimReading::handed).toList(),
        mendings.of(claim, history, handed),
        files.of(claim.id()),
        Diagram.of(procedure, claim.step(), Event.ways(history)),
        kind == Step.Kind.DRAFT || kind == Step.Kind.CORRECTION,
        procedure
            .transition(claim.step(), "撤回")
            .filter(transition -> transition.role() == Role.APPLICANT)
            .isPresent());
  }

  private static List<Stop> line(Procedure procedure, Claim claim, List<Event> history) {
    var been = new HashSet<String>();
    history.forEach(event -> been.add(event.step()));
    return procedure.steps().stream()
        .filter(step ->
            step.step().equals(claim.step())
                || been.contains(step.step())
                || (step.kind() != Step.Kind.END && step.kind() != Step.Kind.CORRECTION))
        .map(step ->
            new Stop(
                step.step(),
                step.step().equals(claim.step())
                    ? "here"
                    : been.contains(step.step()) ? "done" : ""))
        .toList();
  }

  private List<Clock> clocks(Claim claim) {
    var today = LocalDate.now(time);
    return tasks.of(claim.id()).stream()
        .filter(Task::isOpen)
        .map(task -> {
          var clock = task.clock(today);
          return new Clock(
              task.step(),
              Role.valueOf(task.role()).label()
                  + (task.organisation() == null ? "" : " · " + task.organisation()),
              clock == Task.Clock.STOPPED
                  ? "停表，还有 " + Objects.requireNonNullElse(task.leftDays(), 0) + " 个工作日"
                  : Shown.day(task.due()),
              colour(clock),
              state(clock));
        })
        .toList();
  }

  private static String colour(Task.Clock clock) {
    return switch (clock) {
      case NONE, STOPPED -> "";
      case GREEN -> "green";
      case YELLOW -> "amber";
      case RED -> "red";
    };
  }

  private static String state(Task.Clock clock) {
    return switch (clock) {
      case NONE -> "不计时";
      case STOPPED -> "停表";
      case GREEN -> "在时限内";
      case YELLOW -> "快到期";
      case RED -> "已超时";
    };
  }

  private static List<Word> words(List<Event> history) {
    return history.reversed().stream()
        .map(event ->
            new Word(
                Shown.moment(event.at()),
                event.act(),
                event.step(),
                event.target(),
                event.reason()))
        .toList();
  }

  private static Handed handed(Submission submission) {
    return new Handed(
        submission.version(),
        Shown.moment(submission.submittedAt()),
        submission.day().toString(),
        submission.policy(),
        submission.receipt());
  }
}
