package duixian.service.claim.procedure;

import duixian.service.database.Found;
import duixian.service.party.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads procedures from their tables, each once.
public class Procedures {
  private static final String WITHOUT_APPLICATION = "免申";

  private final JdbcClient jdbc;
  private final Map<String, Procedure> known = new ConcurrentHashMap<>();

  Procedures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record StepRow(
      String step,
      int position,
      String kind,
      String role,
      @Nullable Integer limitDays,
      boolean naturalDays) {
    Step parsed() {
      var as = Step.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
      return new Step(step, position, as, Role.valueOf(role), limitDays, naturalDays);
    }
  }

  private record TransitionRow(
      String step, String act, String target, String role, String effect, boolean needsReason) {
    Transition transition() {
      return new Transition(
          step, act, target, Role.valueOf(role), Transition.Effect.valueOf(effect), needsReason);
    }
  }

  public List<String> ids() {
    return Found.all(jdbc.sql("SELECT id FROM procedure ORDER BY id").query(String.class));
  }

  public Procedure procedure(String id) {
    return known.computeIfAbsent(id, this::read);
  }

  /// The procedure for applications for an award on that day.
  public Procedure of(String award, LocalDate day) {
    return procedure(
        jdbc.sql(
                """
                SELECT procedure FROM award_procedure
                WHERE award IN (:award, '') AND valid_from <= :day
                ORDER BY award = :award DESC, valid_from DESC LIMIT 1
                """)
            .param("award", award)
            .param("day", day)
            .query(String.class)
            .single());
  }

  /// That of claims which measured facts raise.
  public Procedure withoutApplication() {
    return procedure(WITHOUT_APPLICATION);
  }

  private Procedure read(String id) {
    var name =
        jdbc.sql("SELECT name FROM procedure WHERE id = :id")
            .param("id", id)
            .query(String.class)
            .single();
    var steps =
        Found.all(
            jdbc.sql(
                    "SELECT step, position, kind, role, limit_days, natural_days FROM"
                        + " procedure_step WHERE procedure = :id ORDER BY position")
                .param("id", id)
                .query(StepRow.class));
    var transitions =
        Found.all(
            jdbc.sql(
                    "SELECT t.step, act, target, t.role, effect, needs_reason"
                        + " FROM procedure_transition t"
                        + " JOIN procedure_step s ON s.procedure = t.procedure AND s.step = t.step"
                        + " WHERE t.procedure = :id ORDER BY s.position, act")
                .param("id", id)
                .query(TransitionRow.class));
    return new Procedure(
        id,
        name,
        steps.stream().map(StepRow::parsed).toList(),
        transitions.stream().map(TransitionRow::transition).toList());
  }
}
