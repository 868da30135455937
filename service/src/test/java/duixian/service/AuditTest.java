package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duixian.merkle.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class AuditTest {
  private final City city = City.city();
  private final JdbcClient jdbc = city.context.getBean(JdbcClient.class);

  @Test
  void anExportIsProvedOffline() throws Exception {
    var unit = city.landed();
    city.landing(unit);

    var content = Services.log(city.context);

    assertThat(Verification.of(content).faults()).isEmpty();
    assertThat(content.leaves()).hasSize((int) city.audit.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit_log SET act = '' WHERE position = 0",
        "DELETE FROM audit_log",
        "TRUNCATE audit_log",
        "INSERT INTO audit_log VALUES (-1, now(), '', '', '', '', '')",
        "UPDATE audit_size SET size = 0",
        "UPDATE submission SET facts_hash = ''",
        "UPDATE snapshot_part SET content = '{}'",
        "DELETE FROM snapshot_part",
        "DELETE FROM fact",
        "UPDATE entry SET amount = 0",
        "DROP TABLE claim",
        "CREATE TABLE mine (x int)"
      })
  void theApplicationCannotRewriteWhatHappened(String sql) {
    assertThatThrownBy(() -> jdbc.sql(sql).update())
        .hasRootCauseInstanceOf(org.postgresql.util.PSQLException.class)
        .rootCause()
        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
  }

  @Test
  void everyCommitIsOnDiskBeforeItIsAnswered() {
    assertThat(jdbc.sql("SHOW fsync").query(String.class).single()).isEqualTo("on");
    assertThat(jdbc.sql("SHOW synchronous_commit").query(String.class).single()).isEqualTo("on");
  }

  @Test
  void namesStandInTheOrderOfPinyin() {
    var sorted =
        jdbc.sql("SELECT x FROM (VALUES ('中山'), ('安徽'), ('北京')) v(x) ORDER BY x")
            .query(String.class)
            .list();

    assertThat(sorted).containsExactly("安徽", "北京", "中山");
  }
}
