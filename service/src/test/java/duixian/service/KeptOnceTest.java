package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.service.database.Found;
import duixian.service.fact.EvidenceFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is the same is stored once, under the SHA-256 of its content.
class KeptOnceTest {
  private final City city = City.city();
  private final JdbcClient jdbc = city.context.getBean(JdbcClient.class);

  @Test
  void claimsOfAUnitShareTheFactsOnWhichTheyRest() {
    var unit = city.landed();
    var landing = city.landing(unit);
    var workshop = city.workshop(unit, 1);

    var first = city.proceedings.submit(landing.id(), unit.account(), unit.applicant());
    var second = city.proceedings.submit(workshop.id(), unit.account(), unit.applicant());

    assertThat(second.facts()).isEqualTo(first.facts()).contains(unit.id());
    assertThat(hashes("facts_hash", landing.id(), workshop.id())).hasSize(1);
    assertThat(timesKept(first.facts())).isOne();
    assertThat(List.of(first, second))
        .allSatisfy(one -> assertThat(city.submissions.replay(one).isSame()).isTrue());
  }

  @Test
  void aResubmissionThatChangesNothingAddsNothing() {
    var unit = city.landed();
    var claim = city.landing(unit);
    var first = city.proceedings.submit(claim.id(), unit.account(), unit.applicant());
    city.proceedings.act(claim.id(), "要求补正", city.clerk, "请再核对");

    var second = city.proceedings.submit(claim.id(), unit.account(), unit.applicant());

    assertThat(second.version()).isEqualTo(2);
    assertThat(second.receipt()).isEqualTo(first.receipt());
    assertThat(hashes("facts_hash", claim.id())).hasSize(1);
    assertThat(hashes("result_hash", claim.id())).hasSize(1);
    assertThat(city.submissions.replay(second).isSame()).isTrue();
  }

  @Test
  void aFileThatTwoUnitsBringIsKeptOnce() {
    var evidence = city.context.getBean(EvidenceFiles.class);
    var content = ("%PDF-1.7 " + city.landed().id()).getBytes(StandardCharsets.UTF_8);

    var first = evidence.keep("合同.pdf", content, "a");
    var second = evidence.keep("另一个名字.pdf", content, "b");

    assertThat(second).isEqualTo(first);
    assertThat(evidence.content(first)).isEqualTo(content);
    assertThat(
            jdbc.sql("SELECT count(*) FROM evidence WHERE content = :content")
                .param("content", content)
                .query(Long.class)
                .single())
        .isOne();
  }

  private List<String> hashes(String part, Long... claims) {
    return Found.all(
        jdbc.sql("SELECT DISTINCT " + part + " FROM submission WHERE claim = ANY(:claims)")
            .param("claims", claims)
            .query(String.class));
  }

  private long timesKept(String content) {
    return jdbc.sql("SELECT count(*) FROM snapshot_part WHERE content = :content")
        .param("content", content)
        .query(Long.class)
        .single();
  }
}
