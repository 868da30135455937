package duixian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptsTest {
  @TempDir Path folder;
  private Desk desk;
  private Path facts;
  private Path receipt;

  @BeforeEach
  void setUp() throws IOException {
    desk = new Desk(folder);
    facts = desk.facts();
    receipt = folder.resolve("回执.json");
    var seen =
        Desk.run("assess", Desk.POLICY, facts, "--receipt", receipt, "--reading", "总额分配=按比例");
    assertThat(seen.exit()).isZero();
  }

  @Test
  void theSameFactsInAnotherFormGiveTheSameResult() throws IOException {
    var csv = Files.createDirectories(folder.resolve("表"));
    Files.writeString(csv.resolve("平台.csv"), "标识,已落户,实缴资本\nP1,是,30000000\nP2,否,1\n=P3,是,\n");
    Files.writeString(csv.resolve("项目.csv"), "标识,平台,验收日期,合同金额\nX1,P1,2025/5/6,600000.01\n");
    Files.writeString(csv.resolve("培训.csv"), "标识,平台,年度,人数\nC1,P1,2025,30人\n");
    var seen = Desk.run("receipt", "verify", receipt, Desk.POLICY, csv);

    assertThat(seen.exit()).isZero();
    assertThat(seen.out()).hasLineCount(4).doesNotContain("不同");
  }

  @Test
  void theResultItselfCarriesItsReceipt() throws IOException {
    var result = desk.file("结果.json", Desk.run("assess", Desk.POLICY, facts, "--json").out());

    assertThat(Desk.run("receipt", "verify", result, Desk.POLICY, facts).exit()).isZero();
  }

  @Test
  void oneFenOfDifferenceIsFound() throws IOException {
    var changed = desk.file("改.json", Files.readString(facts).replace("600000.01", "600000.02"));
    var seen = Desk.run("receipt", "verify", receipt, Desk.POLICY, changed);

    assertThat(seen.exit()).isEqualTo(1);
    assertThat(seen.out()).contains("一致  政策").contains("不同  事实").contains("不同  结果");
  }

  @Test
  void anotherPolicyIsNotRun() {
    var seen = Desk.run("receipt", "verify", receipt, Desk.ZHONGSHAN, facts);

    assertThat(seen.exit()).isEqualTo(1);
    assertThat(seen.out()).contains("不同  政策").contains("请用当时的版本");
  }

  @Test
  void aFileThatIsNoReceiptIsOneSentence() {
    var seen = Desk.run("receipt", "verify", facts, Desk.POLICY, facts);

    assertThat(seen.exit()).isEqualTo(1);
    assertThat(seen.err()).hasLineCount(1).contains("不是回执");
  }

  @Test
  void receiptAloneShowsItsUsage() {
    var seen = Desk.run("receipt");

    assertThat(seen.exit()).isEqualTo(2);
    assertThat(seen.err()).contains("verify");
  }
}
