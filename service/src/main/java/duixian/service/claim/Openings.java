package duixian.service.claim;

import duixian.service.claim.procedure.Procedure;
import duixian.service.claim.procedure.Procedures;
import duixian.service.claim.procedure.Transition;
import duixian.service.claim.procedure.Transition.Effect;
import duixian.service.party.Person;
import duixian.service.party.Role;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// Opens cases: drafts of applicants, and those that measured facts raise (免申即享).
public class Openings {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Procedures procedures;
  private final Tasks tasks;
  private final Course course;

  Openings(JdbcClient jdbc, Clock clock, Procedures procedures, Tasks tasks, Course course) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.procedures = procedures;
    this.tasks = tasks;
    this.course = course;
  }

  /// What a claim is for; `unit` is who is paid, `root` the record that the object belongs to.
  public record Subject(
      String award,
      String clause,
      String entity,
      String object,
      int year,
      String unit,
      String root) {}

  /// A draft of the applicant. Throws [Refusal] when a case on it is open or another unit asks.
  @Transactional
  public Claim declare(Subject subject, Person by) {
    if (!by.is(Role.APPLICANT) || !by.organisation().equals(subject.unit())) {
      throw new Refusal("只有受款单位的申报人可以申报" + subject.award());
    }
    var procedure = procedures.of(subject.award(), LocalDate.now(clock));
    var opened =
        open(subject, procedure, "declared")
            .orElseThrow(() ->
                new Refusal(
                    "%s %s 的%s已经有一件在办或办结的申报"
                        .formatted(subject.entity(), subject.object(), subject.award())));
    log(opened, procedure, by);
    return opened;
  }

  /// Cases that wait for their unit's confirmation; answers how many are new, for there may be one
  /// on a subject already.
  @Transactional
  public int raise(List<Subject> subjects) {
    var procedure = procedures.withoutApplication();
    var opened =
        subjects.stream().flatMap(subject -> open(subject, procedure, "matched").stream()).toList();
    // The log comes last: from its first entry on everybody else's wait.
    opened.forEach(claim -> log(claim, procedure, Person.SYSTEM));
    return opened.size();
  }

  private Optional<Claim> open(Subject subject, Procedure procedure, String raised) {
    var first = procedure.first();
    var year = LocalDate.now(clock).getYear();
    var number = "%d-%06d".formatted(year, count(year, 1));
    var opened =
        jdbc.sql(
                """
                INSERT INTO claim (number, award, clause, entity, object, year, unit, root, procedure,
                  step, raised, opened_at)
                VALUES (:number, :award, :clause, :entity, :object, :year, :unit, :root, :procedure,
                  :step, :raised, :at)
                ON CONFLICT (award, object, year)
                  WHERE step NOT IN ('不予受理', '不予支持', '已撤回', '已追回') DO NOTHING
                RETURNING *
                """)
            .params(
                Map.of(
                    "award", subject.award(),
                    "clause", subject.clause(),
                    "entity", subject.entity(),
                    "object", subject.object(),
                    "year", subject.year(),
                    "unit", subject.unit(),
                    "root", subject.root()))
            .param("number", number)
            .param("procedure", procedure.id())
            .param("step", first.step())
            .param("raised", raised)
            .param("at", Timestamp.from(clock.instant()))
            .query(Columns::claim)
            .optional();
    opened.ifPresentOrElse(claim -> tasks.open(claim, first, List.of()), () -> count(year, -1));
    return opened;
  }

  private void log(Claim claim, Procedure procedure, Person by) {
    var first = procedure.first();
    var made = new Transition("", "立案", first.step(), Role.APPLICANT, Effect.NONE, false);
    course.log(claim, made, by, "", Map.of("raised", claim.raised()));
  }

  /// The year's last number after the change. Whoever opens another case waits until this
  /// transaction ends, so that numbers have no gaps.
  private int count(int year, int change) {
    return jdbc.sql(
            """
            INSERT INTO claim_number (year, last) VALUES (:year, :change)
            ON CONFLICT (year) DO UPDATE SET last = claim_number.last + :change
            RETURNING last
            """)
        .param("year", year)
        .param("change", change)
        .query(Integer.class)
        .single();
  }
}
