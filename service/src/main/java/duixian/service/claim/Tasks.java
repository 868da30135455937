package duixian.service.claim;

import duixian.service.calendar.Calendars;
import duixian.service.claim.procedure.Step;
import duixian.service.database.Found;
import duixian.service.parameter.Kind;
import duixian.service.parameter.Parameters;
import duixian.service.party.Organisation;
import duixian.service.party.Parties;
import duixian.service.party.Person;
import duixian.service.party.Role;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Opens and closes the parts of a step, and keeps their clocks.
public class Tasks {
  private static final int SITE_OFFICERS = 2;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Calendars calendars;
  private final Parties parties;
  private final Parameters parameters;

  Tasks(JdbcClient jdbc, Clock clock, Calendars calendars, Parties parties, Parameters parameters) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.calendars = calendars;
    this.parties = parties;
    this.parameters = parameters;
  }

  /// Every part of every step so far, oldest first.
  public List<Task> of(long claim) {
    return Found.all(
        jdbc.sql("SELECT * FROM task WHERE claim = :claim ORDER BY id")
            .param("claim", claim)
            .query(Columns::task));
  }

  /// A case that waits at a step; `due` null: no clock.
  public record Waiting(long claim, String step, @Nullable LocalDate due) {}

  /// What waits for a person, the most urgent first; stopped clocks wait for somebody else.
  public List<Waiting> inbox(Person person) {
    var roles = person.roles().stream().map(Role::name).toArray(String[]::new);
    return Found.all(
        jdbc.sql(
                """
                SELECT claim, step, min(due) FROM task
                WHERE closed_at IS NULL AND stopped_on IS NULL AND role = ANY(:roles)
                  AND (organisation IS NULL OR organisation = :organisation)
                  AND (person IS NULL OR person = :person)
                GROUP BY claim, step ORDER BY 3 NULLS LAST, min(id)
                """)
            .param("roles", roles)
            .param("organisation", person.organisation())
            .param("person", person.id())
            .query((row, _) ->
                new Waiting(row.getLong(1), row.getString(2), row.getObject(3, LocalDate.class))));
  }

  void open(Claim claim, Step step, List<String> experts) {
    switch (step.kind()) {
      case DRAFT, CORRECTION -> open(claim, step, claim.unit(), null);
      case SINGLE -> {
        if (!resume(claim, step)) {
          open(claim, step, step.role() == Role.TOWNSHIP ? town(claim) : null, null);
        }
      }
      case PARALLEL ->
          parties.organisations("部门").stream()
              .map(Organisation::id)
              .forEach(department -> open(claim, step, department, null));
      case EXPERTS -> experts.forEach(expert -> open(claim, step, null, expert));
      case SITE -> {
        for (int i = 0; i < SITE_OFFICERS; i++) {
          open(claim, step, null, null);
        }
      }
      case DECISION, NOTICE, POOL, ISSUE, PAYMENT -> open(claim, step, null, null);
      case END -> {}
    }
  }

  /// The same part for another person, with the same last day.
  void stand(Task task, String person) {
    jdbc.sql(
            "INSERT INTO task (claim, step, role, organisation, person, opened_on, due)"
                + " SELECT claim, step, role, organisation, :person, :today, due FROM task"
                + " WHERE id = :id")
        .param("person", person)
        .param("today", LocalDate.now(clock))
        .param("id", task.id())
        .update();
  }

  void close(Task task, Person by, String verdict, String reason, @Nullable Integer score) {
    jdbc.sql(
            "UPDATE task SET closed_at = :at, closed_by = :by, verdict = :verdict, reason ="
                + " :reason, score = :score WHERE id = :id")
        .param("at", Timestamp.from(clock.instant()))
        .param("by", by.id())
        .param("verdict", verdict)
        .param("reason", reason)
        .param("score", score)
        .param("id", task.id())
        .update();
  }

  /// Ends whatever is still open of a step that is over; nobody did it.
  void drop(Claim claim, String verdict) {
    jdbc.sql(
            "UPDATE task SET closed_at = :at, verdict = :verdict"
                + " WHERE claim = :claim AND closed_at IS NULL AND stopped_on IS NULL")
        .param("at", Timestamp.from(clock.instant()))
        .param("verdict", verdict)
        .param("claim", claim.id())
        .update();
  }

  /// The parts of the step that the case is at now, closed ones included.
  List<Task> round(Claim claim) {
    return round(claim, of(claim.id()));
  }

  /// The same of tasks that were read before.
  static List<Task> round(Claim claim, List<Task> all) {
    var before =
        all.stream()
            .filter(task -> !task.step().equals(claim.step()))
            .mapToLong(Task::id)
            .max()
            .orElse(0);
    return all.stream()
        .filter(task -> task.step().equals(claim.step()))
        .filter(task -> task.id() > before || task.isOpen())
        .toList();
  }

  /// Whether the person already worked on another step of the case; to close what was another's by
  /// name is no work on it.
  static boolean didAnother(Claim claim, List<Task> all, Person who) {
    return all.stream()
        .anyMatch(task ->
            who.id().equals(task.closedBy())
                && (task.person() == null || task.person().equals(who.id()))
                && !task.step().equals(claim.step())
                && Role.valueOf(task.role()) != Role.APPLICANT);
  }

  /// The applicant works; the office's clock stands.
  void stop(Claim claim) {
    var today = LocalDate.now(clock);
    for (var task : of(claim.id())) {
      if (task.isOpen()) {
        var left = task.due() == null ? null : calendars.days().between(today, task.due());
        jdbc.sql("UPDATE task SET stopped_on = :today, left_days = :left WHERE id = :id")
            .param("today", today)
            .param("left", left)
            .param("id", task.id())
            .update();
      }
    }
  }

  private boolean resume(Claim claim, Step step) {
    for (var task : of(claim.id())) {
      if (task.isOpen() && task.stoppedOn() != null && task.step().equals(step.step())) {
        var today = LocalDate.now(clock);
        var left = task.leftDays();
        jdbc.sql("UPDATE task SET stopped_on = NULL, due = :due WHERE id = :id")
            .param("due", left == null ? null : due(today, left))
            .param("id", task.id())
            .update();
        return true;
      }
    }
    return false;
  }

  /// What was overdue when the clock stopped stays overdue by as much.
  private LocalDate due(LocalDate today, int left) {
    return left >= 0 ? calendars.days().plus(today, left) : today.plusDays(left);
  }

  private void open(
      Claim claim, Step step, @Nullable String organisation, @Nullable String person) {
    var today = LocalDate.now(clock);
    var days = limit(claim.procedure(), step, today);
    var due =
        days == null
            ? null
            : step.naturalDays() ? today.plusDays(days) : calendars.days().plus(today, days);
    jdbc.sql(
            "INSERT INTO task (claim, step, role, organisation, person, opened_on, due)"
                + " VALUES (:claim, :step, :role, :organisation, :person, :today, :due)")
        .param("claim", claim.id())
        .param("step", step.step())
        .param("role", step.role().name())
        .param("organisation", organisation)
        .param("person", person)
        .param("today", today)
        .param("due", due)
        .update();
  }

  /// What the procedure says, unless an administrator set another limit for that day.
  public @Nullable Integer limit(String procedure, Step step, LocalDate day) {
    var usual = step.limitDays();
    return usual == null
        ? null
        : parameters
            .value(Kind.LIMIT, limitKey(procedure, step.step()), day)
            .map(Math::toIntExact)
            .orElse(usual);
  }

  /// The name under which the limit of a step is set.
  public static String limitKey(String procedure, String step) {
    return procedure + "·" + step;
  }

  private @Nullable String town(Claim claim) {
    return parties.organisation(claim.unit()).map(Organisation::town).orElse(null);
  }
}
