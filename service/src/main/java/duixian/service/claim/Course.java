package duixian.service.claim;

import duixian.service.audit.Act;
import duixian.service.audit.AuditLog;
import duixian.service.claim.procedure.Procedures;
import duixian.service.claim.procedure.Step;
import duixian.service.claim.procedure.Transition;
import duixian.service.claim.procedure.Transition.Effect;
import duixian.service.claim.submission.Submissions;
import duixian.service.party.Person;
import duixian.service.party.Role;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Moves a case along its procedure: who may act, the tasks of the next step, the event and its
/// place in the log.
class Course {
  private static final String PASS = "通过";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Procedures procedures;
  private final Submissions submissions;
  private final Tasks tasks;
  private final ExpertDraw draw;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;

  Course(
      JdbcClient jdbc,
      Clock clock,
      Procedures procedures,
      Submissions submissions,
      Tasks tasks,
      ExpertDraw draw,
      AuditLog audit,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.procedures = procedures;
    this.submissions = submissions;
    this.tasks = tasks;
    this.draw = draw;
    this.audit = audit;
    this.events = events;
  }

  /// The act from where the case is, if the person may do it. Throws [Refusal].
  Transition permitted(Claim claim, String act, Person by, String reason) {
    var transition =
        procedures
            .procedure(claim.procedure())
            .transition(claim.step(), act)
            .orElseThrow(() ->
                new Refusal("申报 %s 现在是“%s”，不能%s".formatted(claim.number(), claim.step(), act)));
    if (transition.needsReason() && reason.isBlank()) {
      throw new Refusal(act + "要写理由");
    }
    permit(claim, transition.role(), act, by);
    return transition;
  }

  /// A step that several people work on is not over because one of them says so.
  void alone(Claim claim, String act) {
    switch (procedures.procedure(claim.procedure()).step(claim.step()).kind()) {
      case PARALLEL, EXPERTS, SITE ->
          throw new Refusal("“%s”由各方分别给意见，不能由一人%s".formatted(claim.step(), act));
      case DRAFT, CORRECTION, SINGLE, DECISION, NOTICE, POOL, ISSUE, PAYMENT, END -> {}
    }
  }

  /// Throws [Refusal] when the act asks for a second 补正.
  void mendedOnce(Claim claim, Transition transition) {
    if (transition.effect() == Effect.STOP && claim.corrections() > 0) {
      throw new Refusal("补正只能要求一次，这件申报已经补正过");
    }
  }

  List<Proceedings.Choice> choices(Claim claim, Person by) {
    var procedure = procedures.procedure(claim.procedure());
    var kind = procedure.step(claim.step()).kind();
    return procedure.from(claim.step()).stream()
        .filter(transition -> transition.role() != Role.SYSTEM && by.is(transition.role()))
        .map(transition -> new Proceedings.Choice(transition, kind, refusal(claim, transition, by)))
        .toList();
  }

  private @Nullable String refusal(Claim claim, Transition transition, Person by) {
    try {
      permit(claim, transition.role(), transition.act(), by);
      mendedOnce(claim, transition);
      return null;
    } catch (Refusal refused) {
      return refused.getMessage();
    }
  }

  void permit(Claim claim, Role role, String act, Person by) {
    if (!by.is(role)) {
      throw new Refusal("%s由%s办理，%s没有这个角色".formatted(act, role.label(), by.name()));
    }
    if (role == Role.SYSTEM) {
      return;
    }
    var own = claim.unit().equals(by.organisation());
    if (role == Role.APPLICANT) {
      if (!own) {
        throw new Refusal("申报 " + claim.number() + " 是别的单位的");
      }
      return;
    }
    if (own) {
      throw new Refusal("不能办理本单位的申报");
    }
    var all = tasks.of(claim.id());
    if (Tasks.didAnother(claim, all, by)) {
      throw new Refusal(by.name() + "已经办理过这件申报的其他环节，须由另一人办理");
    }
    var open = Tasks.round(claim, all).stream().filter(Task::isOpen).toList();
    var stepsRole = procedures.procedure(claim.procedure()).step(claim.step()).role() == role;
    if (stepsRole && !open.isEmpty() && open.stream().noneMatch(task -> task.isFor(by))) {
      throw new Refusal("这件申报的“" + claim.step() + "”不由" + by.name() + "所在的单位办理");
    }
  }

  /// Goes to the transition's target. `detail` is what the log says besides.
  @Transactional(propagation = Propagation.MANDATORY)
  public void move(
      Claim claim, Transition transition, Person by, String reason, Map<String, Object> detail) {
    leave(claim, transition, by, reason);
    enter(claim, transition, by, reason, detail, () -> {});
  }

  /// The same, taking last what others wait for: accounts, then the log.
  @Transactional(propagation = Propagation.MANDATORY)
  public void move(
      Claim claim,
      Transition transition,
      Person by,
      String reason,
      Map<String, Object> detail,
      Runnable taking) {
    leave(claim, transition, by, reason);
    enter(claim, transition, by, reason, detail, taking);
  }

  private void leave(Claim claim, Transition transition, Person by, String reason) {
    if (transition.effect() == Effect.STOP) {
      tasks.stop(claim);
    } else {
      tasks.round(claim).stream()
          .filter(task -> task.isOpen() && task.isFor(by))
          .findFirst()
          .ifPresent(task -> tasks.close(task, by, transition.act(), reason, null));
      tasks.drop(claim, transition.act());
    }
  }

  private void enter(
      Claim claim,
      Transition transition,
      Person by,
      String reason,
      Map<String, Object> detail,
      Runnable taking) {
    var procedure = procedures.procedure(claim.procedure());
    var target = procedure.step(transition.target());
    jdbc.sql("UPDATE claim SET step = :step WHERE id = :id")
        .param("step", target.step())
        .param("id", claim.id())
        .update();
    var visited = target.kind() != Step.Kind.SITE || isVisited(claim);
    if (visited) {
      var experts =
          target.kind() == Step.Kind.EXPERTS ? draw.draw(claim, by.id()) : List.<String>of();
      tasks.open(claim, target, experts);
    }
    events.publishEvent(
        new Proceedings.Moved(claim.id(), claim.number(), transition.act(), target.step()));
    taking.run();
    if (visited) {
      log(claim, transition, by, reason, detail);
      return;
    }
    var next = procedure.transition(target.step(), PASS).orElseThrow();
    log(claim, transition, by, reason, detail);
    var there = new Transition(next.step(), "未抽中", next.target(), Role.SYSTEM, Effect.NONE, false);
    enter(claim, there, Person.SYSTEM, "金额不大且未抽中现场核查", Map.of(), () -> {});
  }

  private boolean isVisited(Claim claim) {
    return submissions
        .latest(claim.id())
        .map(submission -> SiteSample.contains(submission.receipt(), claim.ceiling()))
        .orElse(true);
  }

  void log(
      Claim claim, Transition transition, Person by, String reason, Map<String, Object> detail) {
    var said = new HashMap<>(detail);
    said.put("step", transition.step());
    said.put("target", transition.target());
    if (!reason.isBlank()) {
      said.put("reason", reason);
    }
    var position = audit.record(new Act(by.id(), transition.act(), claim.subject(), said));
    jdbc.sql(
            "INSERT INTO claim_event (claim, at, actor, act, step, target, reason, audit)"
                + " VALUES (:claim, :at, :actor, :act, :step, :target, :reason, :audit)")
        .param("claim", claim.id())
        .param("at", Timestamp.from(clock.instant()))
        .param("actor", by.id())
        .param("act", transition.act())
        .param("step", transition.step())
        .param("target", transition.target())
        .param("reason", reason)
        .param("audit", position)
        .update();
  }
}
