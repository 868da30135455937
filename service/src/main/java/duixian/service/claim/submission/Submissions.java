package duixian.service.claim.submission;

import duixian.policy.eval.Allowance;
import duixian.policy.eval.Allowances;
import duixian.policy.eval.Claimable;
import duixian.policy.eval.Explainer;
import duixian.policy.eval.settlement.Rivals;
import duixian.policy.facts.Facts;
import duixian.policy.model.Policy;
import duixian.policy.model.Run;
import duixian.policy.trace.Decision;
import duixian.service.database.Found;
import duixian.service.fact.FactStore;
import duixian.service.fact.FactsJson;
import duixian.service.law.Laws;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Takes snapshots, keeps them, and runs them again. A claim is judged by itself: what others were
/// granted stands in the accounts, and the decision is booked against those.
public class Submissions {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Laws laws;
  private final FactStore facts;

  Submissions(JdbcClient jdbc, Clock clock, Laws laws, FactStore facts) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.laws = laws;
    this.facts = facts;
  }

  public List<Submission> of(long claim) {
    return Found.all(
        jdbc.sql("SELECT * FROM submitted WHERE claim = :claim ORDER BY version")
            .param("claim", claim)
            .query(Submission.class));
  }

  public Optional<Submission> latest(long claim) {
    return jdbc.sql("SELECT * FROM submitted WHERE claim = :claim ORDER BY version DESC LIMIT 1")
        .param("claim", claim)
        .query(Submission.class)
        .optional();
  }

  /// The account that each of these claims is to be paid to, by the newest submission.
  public Map<Long, Long> accounts(Collection<Long> claims) {
    return Found.all(
            jdbc.sql(
                    "SELECT s.claim, s.account FROM submission s"
                        + " JOIN claim c ON c.id = s.claim AND c.version = s.version"
                        + " WHERE s.claim = ANY(:claims) AND s.account IS NOT NULL")
                .param("claims", claims.toArray(Long[]::new))
                .query((row, _) -> Map.entry(row.getLong(1), row.getLong(2))))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// The same run on the words, facts and choices of its day.
  public Replay replay(Submission submission) {
    var number =
        jdbc.sql("SELECT number FROM claim WHERE id = :id")
            .param("id", submission.claim())
            .query(String.class)
            .single();
    var pinned = pinned(submission);
    var original = JSON.readTree(submission.result());
    var claimable =
        find(
                pinned.run(),
                pinned.facts(),
                original.get("奖补").asString(),
                original.get("对象").asString(),
                original.get("年度").asInt())
            .orElseThrow();
    var again = Snapshot.of(number, pinned.run(), pinned.facts(), claimable);
    return new Replay(submission, again.result(), again.receipt());
  }

  /// The decision of a submission with its explanation, step by step.
  public Decision explain(Submission submission) {
    var pinned = pinned(submission);
    var result = JSON.readTree(submission.result());
    var award = Objects.requireNonNull(pinned.policy().award(result.get("奖补").asString()));
    var table = pinned.facts().table(award.object());
    var object = result.get("对象").asString();
    var row = 0;
    while (!table.id(row).equals(object)) {
      row++;
    }
    return Objects.requireNonNull(
        Explainer.of(pinned.run(), pinned.facts(), Rivals.NONE)
            .explain(award, row, result.get("年度").asInt()));
  }

  /// The next version; empty when the object is none of the award's any more.
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Snapshot> take(Matter matter, @Nullable Long account, String by) {
    var run = laws.run(LocalDate.now(clock));
    var root = Objects.requireNonNull(run.policy().entity(matter.entity())).root().name();
    var known = facts.unit(run.policy(), root, matter.root(), facts.now());
    var snapshot =
        find(run, known, matter.award(), matter.object(), matter.year())
            .map(claimable -> Snapshot.of(matter.number(), run, known, claimable));
    snapshot.ifPresent(taken -> keep(matter, taken, account, by));
    return snapshot;
  }

  /// What a grant on the newest version takes from.
  public List<Allowance> allowances(Matter matter) {
    return Found.all(
        jdbc.sql(
                "SELECT kind, name, key, most FROM submission_allowance"
                    + " WHERE claim = :claim AND version = :version ORDER BY position")
            .param("claim", matter.claim())
            .param("version", matter.version())
            .query((row, _) ->
                new Allowance(
                    Allowance.Kind.valueOf(row.getString("kind")),
                    row.getString("name"),
                    List.of(row.getString("key")),
                    row.getLong("most"))));
  }

  private record Pinned(Policy policy, Run run, Facts facts) {}

  private Pinned pinned(Submission submission) {
    var policy = laws.version(submission.policy());
    var run = Run.of(policy, submission.day());
    for (var choice : JSON.readTree(submission.readings()).properties()) {
      run = run.choosing(choice.getKey(), choice.getValue().asString());
    }
    var read = FactsJson.read(policy, submission.facts(), "快照");
    return switch (read) {
      case FactsJson.Read.Complete(var known) -> new Pinned(policy, run, known);
      case FactsJson.Read.Refused(var complaints) ->
          throw new IllegalStateException("a snapshot does not read: " + complaints);
    };
  }

  /// The hash under which a part is kept, once for all submissions that pin the same.
  private String kept(String part) {
    var hash = Snapshot.sha256(part);
    jdbc.sql(
            "INSERT INTO snapshot_part (hash, content) VALUES (:hash, :content)"
                + " ON CONFLICT DO NOTHING")
        .param("hash", hash)
        .param("content", part)
        .update();
    return hash;
  }

  private static Optional<Claimable> find(
      Run run, Facts known, String award, String object, int year) {
    return Allowances.of(run, known, Rivals.NONE).stream()
        .filter(one ->
            one.decision().award().name().equals(award)
                && one.decision().object().equals(object)
                && one.decision().year() == year)
        .findFirst();
  }

  private void keep(Matter matter, Snapshot snapshot, @Nullable Long account, String by) {
    var version = matter.version() + 1;
    jdbc.sql(
            "INSERT INTO submission (claim, version, submitted_at, submitted_by, policy, day,"
                + " readings_hash, facts_hash, result_hash, receipt, account) VALUES (:claim,"
                + " :version, :at, :by, :policy, :day, :readings, :facts, :result, :receipt,"
                + " :account)")
        .param("claim", matter.claim())
        .param("version", version)
        .param("at", Timestamp.from(clock.instant()))
        .param("by", by)
        .param("policy", snapshot.policy())
        .param("day", snapshot.day())
        .param("readings", kept(snapshot.readings()))
        .param("facts", kept(snapshot.facts()))
        .param("result", kept(snapshot.result()))
        .param("receipt", snapshot.receipt())
        .param("account", account)
        .update();
    for (int i = 0; i < snapshot.allowances().size(); i++) {
      var allowance = snapshot.allowances().get(i);
      jdbc.sql(
              "INSERT INTO submission_allowance (claim, version, position, kind, name, key, most)"
                  + " VALUES (:claim, :version, :position, :kind, :name, :key, :most)")
          .param("claim", matter.claim())
          .param("version", version)
          .param("position", i)
          .param("kind", allowance.kind().name())
          .param("name", allowance.name())
          .param("key", Snapshot.key(allowance))
          .param("most", allowance.most())
          .update();
    }
  }
}
