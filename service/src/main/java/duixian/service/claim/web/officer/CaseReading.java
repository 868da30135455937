package duixian.service.claim.web.officer;

import duixian.policy.value.Money;
import duixian.service.claim.Claim;
import duixian.service.claim.Claims;
import duixian.service.claim.Event;
import duixian.service.claim.ExpertDraw;
import duixian.service.claim.Proceedings;
import duixian.service.claim.Task;
import duixian.service.claim.Tasks;
import duixian.service.claim.aside.Asides;
import duixian.service.claim.procedure.Diagram;
import duixian.service.claim.procedure.Procedure;
import duixian.service.claim.procedure.Procedures;
import duixian.service.claim.procedure.Step;
import duixian.service.claim.submission.Submissions;
import duixian.service.claim.web.version.Mendings;
import duixian.service.party.Credits;
import duixian.service.party.Experts;
import duixian.service.party.Names;
import duixian.service.party.Parties;
import duixian.service.party.Person;
import duixian.service.party.Role;
import duixian.service.site.Shown;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// Gathers what the page of a case shows.
@Component
class CaseReading {
  private final Clock clock;
  private final Claims claims;
  private final Procedures procedures;
  private final Proceedings proceedings;
  private final Submissions submissions;
  private final Tasks tasks;
  private final RoomReading rooms;
  private final ExpertDraw draws;
  private final Experts experts;
  private final Credits credits;
  private final Parties parties;
  private final Documents documents;
  private final Mendings mendings;
  private final UsedRecords used;
  private final List<Asides> asides;

  CaseReading(
      Clock clock,
      Claims claims,
      Procedures procedures,
      Proceedings proceedings,
      Submissions submissions,
      Tasks tasks,
      RoomReading rooms,
      ExpertDraw draws,
      Experts experts,
      Credits credits,
      Parties parties,
      Documents documents,
      Mendings mendings,
      UsedRecords used,
      List<Asides> asides) {
    this.clock = clock;
    this.claims = claims;
    this.procedures = procedures;
    this.proceedings = proceedings;
    this.submissions = submissions;
    this.tasks = tasks;
    this.rooms = rooms;
    this.draws = draws;
    this.experts = experts;
    this.credits = credits;
    this.parties = parties;
    this.documents = documents;
    this.mendings = mendings;
    this.used = used;
    this.asides = asides;
  }

  CasePage page(Claim claim, Person reader) {
    var names = new Names(parties);
    var procedure = procedures.procedure(claim.procedure());
    var history = claims.history(claim.id());
    var versions = submissions.of(claim.id());
    var latest = versions.isEmpty() ? null : versions.getLast();
    var decision = latest == null ? null : submissions.explain(latest);
    var explanation = decision == null ? null : decision.explanation();
    var parts = tasks.of(claim.id());
    var most = rooms.most(claim);
    return new CasePage(
        head(claim, procedure, parts, names),
        Diagram.of(procedure, claim.step(), Event.ways(history)),
        explanation == null ? List.of() : used.of(explanation),
        explanation,
        decision == null ? "" : decision.outcome().word(),
        latest == null ? "" : latest.receipt(),
        rooms.of(claim, most, names),
        most,
        new Money(most).decimal(),
        history.stream()
            .map(event ->
                new CasePage.EventRow(
                    event.at(),
                    names.person(event.actor()),
                    event.act(),
                    event.step(),
                    event.target(),
                    event.reason(),
                    event.audit()))
            .toList(),
        parts.stream()
            .map(task -> task(task, names, isSecret(task, claim, procedure, reader)))
            .toList(),
        versions.stream()
            .map(version ->
                new CasePage.VersionRow(
                    version.version(),
                    version.submittedAt(),
                    names.person(version.submittedBy()),
                    version.receipt(),
                    version.policy()))
            .toList(),
        mendings.of(claim, history, versions),
        documents.of(claim.id()),
        draws(claim, names),
        judges(claim, procedure, parts, reader, names),
        credits.of(claim.subject()).stream()
            .map(one ->
                new CasePage.CreditRow(one.occasion(), one.bad(), one.sentence(), one.takenAt()))
            .toList(),
        asides.stream().flatMap(one -> one.of(claim, reader).stream()).toList(),
        acts(claim, procedure, reader),
        years());
  }

  private CasePage.Head head(Claim claim, Procedure procedure, List<Task> parts, Names names) {
    var today = LocalDate.now(clock);
    var open = parts.stream().filter(Task::isOpen).toList();
    var running = open.stream().filter(task -> task.stoppedOn() == null).findFirst().orElse(null);
    return new CasePage.Head(
        claim.number(),
        claim.award(),
        claim.clause(),
        claim.entity(),
        claim.object(),
        claim.year(),
        claim.unit(),
        names.unit(claim.unit()),
        claim.step(),
        procedure.step(claim.step()).kind() == Step.Kind.END,
        procedure.name(),
        claim.isMatched(),
        running == null ? "NONE" : running.clock(today).name(),
        running == null ? null : running.due(),
        claim.submittedAt(),
        claim.acceptedAt(),
        claim.decidedAt(),
        claim.paidAt(),
        claim.figure(),
        claim.ceiling(),
        claim.granted(),
        claim.budgetYear());
  }

  /// While experts still score, none of them and nobody who waits for the score sees another's.
  private static boolean isSecret(Task task, Claim claim, Procedure procedure, Person reader) {
    var step = procedure.step(claim.step());
    return step.kind() == Step.Kind.EXPERTS
        && task.step().equals(step.step())
        && !reader.is(Role.SUPERVISOR)
        && !reader.id().equals(task.closedBy());
  }

  private CasePage.TaskRow task(Task task, Names names, boolean secret) {
    var who = task.person() != null ? names.person(task.person()) : names.unit(task.organisation());
    return new CasePage.TaskRow(
        task.step(),
        who.isEmpty() ? Role.valueOf(task.role()).label() : who,
        task.openedOn(),
        task.due(),
        task.clock(LocalDate.now(clock)).name(),
        task.closedAt(),
        names.person(task.closedBy()),
        task.verdict() == null ? "" : task.verdict(),
        task.reason() == null || secret ? "" : task.reason(),
        secret ? null : task.score());
  }

  private List<CasePage.DrawRow> draws(Claim claim, Names names) {
    var all = draws.of(claim.id());
    var replaced = draws.replaced(claim.id());
    return IntStream.range(0, all.size())
        .mapToObj(i ->
            draw(
                all.get(i),
                claim,
                replaced.stream()
                    .filter(one -> one.version() == i + 1)
                    .map(one -> said(one, names))
                    .toList(),
                names))
        .toList();
  }

  private static String said(ExpertDraw.Replaced one, Names names) {
    return "%s → %s：%s，%s（%s，%s）"
        .formatted(
            names.person(one.expert()),
            names.person(one.successor()),
            one.conflict() ? "利害关系，评分不计入" : "不能参加",
            one.reason(),
            names.person(one.replacedBy()),
            Shown.moment(one.replacedAt()));
  }

  private CasePage.DrawRow draw(
      ExpertDraw.Drawn draw, Claim claim, List<String> replaced, Names names) {
    var pool = List.of(draw.pool().split(" "));
    return new CasePage.DrawRow(
        draw.seed(),
        pool.stream().map(names::person).toList(),
        experts.barred(claim.unit()).stream()
            .filter(one -> !pool.contains(one.person()))
            .map(one -> one.name() + "（" + one.reason() + "）")
            .toList(),
        List.of(draw.drawn().split(" ")).stream().map(names::person).toList(),
        replaced,
        draw.isRepeatable(),
        draw.drawnAt());
  }

  /// All who judge now for an officer, oneself for an expert.
  private List<CasePage.JudgeRow> judges(
      Claim claim, Procedure procedure, List<Task> parts, Person reader, Names names) {
    if (procedure.step(claim.step()).kind() != Step.Kind.EXPERTS) {
      return List.of();
    }
    var rows = new ArrayList<CasePage.JudgeRow>();
    var gone =
        draws.replaced(claim.id()).stream()
            .map(ExpertDraw.Replaced::expert)
            .collect(Collectors.toSet());
    for (var task : parts) {
      var expert = task.person();
      if (expert != null
          && task.step().equals(claim.step())
          && !gone.contains(expert)
          && (reader.is(Role.REVIEWER) || reader.id().equals(expert))) {
        rows.add(new CasePage.JudgeRow(expert, names.person(expert), !task.isOpen()));
      }
    }
    return rows;
  }

  /// 通过 and 不通过 of a step of several people are one form.
  private List<CasePage.ActRow> acts(Claim claim, Procedure procedure, Person reader) {
    var forms = new LinkedHashMap<String, CasePage.ActRow>();
    for (var choice : proceedings.choices(claim, reader)) {
      var transition = choice.transition();
      var form = Consequence.form(choice);
      var days =
          tasks.limit(claim.procedure(), procedure.step(transition.target()), LocalDate.now(clock));
      var row =
          new CasePage.ActRow(
              transition.act(),
              form,
              Consequence.of(transition, procedure, days),
              transition.needsReason(),
              choice.refusal());
      forms.putIfAbsent(form.equals("act") ? transition.act() : form, row);
    }
    return forms.values().stream()
        .sorted(Comparator.comparing(CasePage.ActRow::needsReason))
        .toList();
  }

  private List<Integer> years() {
    var year = LocalDate.now(clock).getYear();
    return List.of(year, year + 1);
  }
}
