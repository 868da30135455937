package duixian.service.law;

import duixian.policy.PolicyCompiler;
import duixian.policy.model.Policy;
import duixian.policy.model.Run;
import duixian.policy.source.Diagnostic;
import duixian.policy.source.SourceText;
import duixian.service.audit.Act;
import duixian.service.audit.AuditLog;
import duixian.service.database.Found;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// Every version of the policy that was ever enacted here, compiled on demand and kept.
public class Laws {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final AuditLog audit;
  private final Map<String, Policy> compiled = new ConcurrentHashMap<>();

  Laws(JdbcClient jdbc, Clock clock, AuditLog audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
  }

  private record Text(String literateName, String literate, @Nullable String official) {}

  /// A choice at a reading from a day on.
  public record Choice(
      String reading, String choice, LocalDate validFrom, String reason, String recordedBy) {}

  /// The text does not compile; the message is the first diagnostic, as its author reads it.
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }
  }

  public boolean isEmpty() {
    return jdbc.sql("SELECT count(*) FROM policy_version").query(Long.class).single() == 0;
  }

  /// The policy in force; IllegalStateException before the first was enacted.
  public Policy inForce() {
    return version(
        jdbc.sql("SELECT version FROM policy_version ORDER BY in_force_from DESC LIMIT 1")
            .query(String.class)
            .optional()
            .orElseThrow(() -> new IllegalStateException("no policy was enacted yet")));
  }

  /// A text that was put in force, with when and by whom.
  public record Version(String version, String name, Instant inForceFrom, String recordedBy) {}

  /// The newest first.
  public List<Version> versions() {
    return Found.all(
        jdbc.sql(
                "SELECT version, name, in_force_from, recorded_by FROM policy_version"
                    + " ORDER BY in_force_from DESC")
            .query(Version.class));
  }

  /// The literate text of a version; empty when there is no such version.
  public Optional<SourceText> text(String version) {
    return jdbc.sql(
            "SELECT literate_name, literate, official FROM policy_version WHERE version = :version")
        .param("version", version)
        .query(Text.class)
        .optional()
        .map(text -> new SourceText(text.literateName(), text.literate()));
  }

  /// Any version that was ever in force.
  public Policy version(String version) {
    return compiled.computeIfAbsent(version, this::compile);
  }

  /// A run of the policy in force, with the choices that hold on that day.
  public Run run(LocalDate day) {
    var run = Run.of(inForce(), day);
    for (var choice : choices(run.policy().name())) {
      if (!choice.validFrom().isAfter(day)) {
        run = run.choosing(choice.reading(), choice.choice());
      }
    }
    return run;
  }

  /// Puts a text in force; it is the same version if the text is. Throws [Refused].
  @Transactional
  public Policy enact(SourceText literate, @Nullable SourceText official, String by) {
    var result = PolicyCompiler.compile(literate, official);
    var policy = result.policy();
    if (policy == null) {
      throw new Refused(
          result.diagnostics().stream()
              .filter(Diagnostic::isError)
              .findFirst()
              .map(Diagnostic::render)
              .orElse("没有规则"));
    }
    compiled.put(policy.version(), policy);
    var added =
        jdbc.sql(
                "INSERT INTO policy_version (version, name, literate_name, literate, official,"
                    + " in_force_from, recorded_by) VALUES (:version, :name, :literateName,"
                    + " :literate, :official, :at, :by) ON CONFLICT DO NOTHING")
            .param("version", policy.version())
            .param("name", policy.name())
            .param("literateName", literate.name())
            .param("literate", literate.text())
            .param("official", official == null ? null : official.text())
            .param("at", Timestamp.from(clock.instant()))
            .param("by", by)
            .update();
    if (added > 0) {
      audit.record(new Act(by, "施行政策", "政策 " + policy.name(), Map.of("version", policy.version())));
    }
    return policy;
  }

  /// Chooses at a reading from a day on; IllegalArgumentException for an unknown one.
  @Transactional
  public void choose(String reading, String choice, LocalDate from, String reason, String by) {
    var policy = inForce();
    Run.of(policy, from).choosing(reading, choice);
    jdbc.sql(
            "INSERT INTO reading_choice (policy, reading, choice, valid_from, reason, recorded_at,"
                + " recorded_by) VALUES (:policy, :reading, :choice, :from, :reason, :at, :by)")
        .param("policy", policy.name())
        .param("reading", reading)
        .param("choice", choice)
        .param("from", from)
        .param("reason", reason)
        .param("at", Timestamp.from(clock.instant()))
        .param("by", by)
        .update();
    audit.record(
        new Act(
            by,
            "选择解释",
            "解释点 " + reading,
            Map.of("choice", choice, "from", from.toString(), "reason", reason)));
  }

  /// All or none, each in the name of who recorded it.
  @Transactional
  public void choose(List<Choice> choices) {
    choices.forEach(one ->
        choose(one.reading(), one.choice(), one.validFrom(), one.reason(), one.recordedBy()));
  }

  /// In the order in which they take effect; a later one replaces an earlier one of that reading.
  public List<Choice> choices(String policy) {
    return Found.all(
        jdbc.sql(
                "SELECT reading, choice, valid_from, reason, recorded_by FROM reading_choice"
                    + " WHERE policy = :policy ORDER BY valid_from, id")
            .param("policy", policy)
            .query(Choice.class));
  }

  private Policy compile(String version) {
    var text =
        jdbc.sql(
                "SELECT literate_name, literate, official FROM policy_version"
                    + " WHERE version = :version")
            .param("version", version)
            .query(Text.class)
            .single();
    var official = text.official() == null ? null : new SourceText("official.txt", text.official());
    var policy =
        PolicyCompiler.compile(new SourceText(text.literateName(), text.literate()), official)
            .policy();
    if (policy == null || !policy.version().equals(version)) {
      throw new IllegalStateException("the stored text of policy version " + version + " changed");
    }
    return policy;
  }
}
