package duixian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
  @TempDir Path folder;

  @Test
  void aSoundPolicyIsFineAndSaysWhatItLeavesOpen() {
    var seen = Desk.run("check", Desk.POLICY);

    assertThat(seen.exit()).isZero();
    assertThat(seen.err()).isEmpty();
    assertThat(seen.out())
        .contains("主体 3，奖补 3，限额 1")
        .contains("没有引用的 0 句")
        .contains("算例 1，通过 1")
        .contains("四 培训奖励：每人奖励多少（由市工信局确定）")
        .contains("二 总额分配：采用 先到先得  〔先到先得 | 按比例〕")
        .endsWith("0 处错误，0 处提醒" + System.lineSeparator());
  }

  @Test
  void aWrongWorkedExampleIsAnError() throws IOException {
    var seen = Desk.run("check", changed("落户奖励：160万元", "落户奖励：161万元"));

    assertThat(seen.exit()).isEqualTo(1);
    assertThat(seen.err()).contains("得到 160万元").contains("^^^");
    assertThat(seen.out()).contains("算例 1，通过 0").contains("1 处错误");
  }

  @Test
  void aPayingSentenceThatNobodyQuotesIsShown() throws IOException {
    var policy = changed("没有", "没有");
    Files.writeString(
        policy.resolve("official.txt"),
        Files.readString(policy.resolve("official.txt")) + "\n五、另给每家平台5万元。\n");
    var seen = Desk.run("check", policy);

    assertThat(seen.exit()).isZero();
    assertThat(seen.out()).contains("没有引用的 1 句，其中涉及金额或比例的 1 句");
    assertThat(seen.err()).contains("警告").contains("另给每家平台5万元");
  }

  @Test
  void aBrokenPolicyIsShownWithItsPlaceAndNotRun() throws IOException {
    var policy = changed("实缴资本 × 20%", "实缴资金 × 20%");

    assertThat(Desk.run("check", policy).exit()).isEqualTo(1);
    assertThat(Desk.run("check", policy).err()).contains("policy.md:").contains("实缴资金");

    var seen = Desk.run("assess", policy, new Desk(folder).facts());
    assertThat(seen.exit()).isEqualTo(1);
    assertThat(seen.out()).isEmpty();
    assertThat(seen.err()).contains("实缴资金").contains("没有运行");
  }

  @Test
  void aMissingPolicyIsOneSentence() {
    var seen = Desk.run("check", folder.resolve("没有"));

    assertThat(seen.exit()).isEqualTo(1);
    assertThat(seen.err()).hasLineCount(1).contains("没有");
  }

  private Path changed(String from, String to) throws IOException {
    var policy = Files.createDirectories(folder.resolve("policy"));
    var text = Files.readString(Desk.POLICY.resolve("policy.md"));
    assertThat(text).contains(from);
    Files.writeString(policy.resolve("policy.md"), text.replace(from, to));
    Files.copy(Desk.POLICY.resolve("official.txt"), policy.resolve("official.txt"));
    return policy;
  }
}
