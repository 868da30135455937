package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.service.claim.Claim;
import duixian.service.claim.draft.ClaimFiles;
import duixian.service.fact.EvidenceFiles;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// One invoice handed in twice is shown wherever somebody could pay for it twice.
class SameFileTest {
  private final City city = City.city();
  private final EvidenceFiles evidence = city.context.getBean(EvidenceFiles.class);
  private final ClaimFiles files = city.context.getBean(ClaimFiles.class);

  @Test
  void theOfficerReadsWhichUnitsHandedInTheSameFile() throws Exception {
    var first = city.landed();
    var second = city.landed();
    var one = handedIn(first, "发票.pdf", "甲乙同用 " + first.id());
    var other = handedIn(second, "另一个名字.pdf", "甲乙同用 " + first.id());
    var clerk = new Browser(city).as("clerk");

    assertThat(clerk.open("/cases/" + one.number()).body())
        .contains("同一文件也用在 " + other.number() + "（合成平台" + second.id() + "）");
    assertThat(clerk.open("/cases/" + other.number()).body())
        .contains("同一文件也用在 " + one.number() + "（合成平台" + first.id() + "）");
    assertThat(clerk.open("/inbox").body()).contains("有文件也用在别的申报里");
  }

  @Test
  void aUnitLearnsThatAnotherHasItButNotWho() throws Exception {
    var first = city.landed();
    var second = city.landed();
    var one = handedIn(first, "合同.pdf", "合同 " + first.id());
    var other = handedIn(second, "合同.pdf", "合同 " + first.id());

    var page =
        new Browser(city).as(second.applicant().id()).open("/my-claims/" + other.id()).body();

    assertThat(page).contains("别的单位也交过同一文件").doesNotContain(one.number());
  }

  @Test
  void whatIsTakenOutIsNoLongerHeldAgainstAnybodyButStaysOnRecord() {
    var first = city.landed();
    var second = city.landed();
    var one = handedIn(first, "清单.pdf", "清单 " + first.id());
    var other = handedIn(second, "清单.pdf", "清单 " + first.id());

    files.remove(one, files.of(one.id()).getFirst().id(), first.applicant().id());

    assertThat(files.of(one.id())).isEmpty();
    assertThat(files.passages(one.id())).singleElement().extracting("removedAt").isNotNull();
    assertThat(files.of(other.id())).singleElement().extracting("another").isEqualTo(false);
  }

  private Claim handedIn(City.Unit unit, String name, String content) {
    var claim = city.landing(unit);
    var by = unit.applicant().id();
    var bytes = ("%PDF-1.7 " + content).getBytes(StandardCharsets.UTF_8);
    files.add(claim, "其他材料", name, evidence.keep(name, bytes, by), by);
    city.proceedings.submit(claim.id(), unit.account(), unit.applicant());
    return claim;
  }
}
