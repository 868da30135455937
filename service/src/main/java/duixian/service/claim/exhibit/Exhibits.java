package duixian.service.claim.exhibit;

import duixian.service.audit.Act;
import duixian.service.audit.AuditLog;
import duixian.service.claim.Claim;
import duixian.service.claim.Proceedings;
import duixian.service.claim.Refusal;
import duixian.service.fact.EvidenceFiles;
import duixian.service.party.Person;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// Files that whoever handles a step adds to the case; kept under their SHA-256, never taken out.
public class Exhibits {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Proceedings proceedings;
  private final EvidenceFiles files;
  private final AuditLog audit;

  Exhibits(
      JdbcClient jdbc, Clock clock, Proceedings proceedings, EvidenceFiles files, AuditLog audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.proceedings = proceedings;
    this.files = files;
    this.audit = audit;
  }

  /// Throws [Refusal] when the step is not the person's, [EvidenceFiles.Refused] for a file that
  /// may not be kept. The same content in the same step changes nothing.
  @Transactional
  public void add(Claim claim, String name, byte[] content, Person by) {
    if (!proceedings.mayAct(claim, by)) {
      throw new Refusal("“%s”不由%s办理，不能附卷".formatted(claim.step(), by.name()));
    }
    var evidence = files.keep(name, content, by.id());
    var added =
        jdbc.sql(
                "INSERT INTO exhibit (claim, step, name, evidence, added_at, added_by) VALUES"
                    + " (:claim, :step, :name, :evidence, :at, :by) ON CONFLICT DO NOTHING")
            .param("claim", claim.id())
            .param("step", claim.step())
            .param("name", name)
            .param("evidence", evidence)
            .param("at", Timestamp.from(clock.instant()))
            .param("by", by.id())
            .update();
    if (added > 0) {
      audit.record(
          new Act(
              by.id(),
              "附卷",
              claim.subject(),
              Map.of("step", claim.step(), "name", name, "evidence", evidence)));
    }
  }
}
