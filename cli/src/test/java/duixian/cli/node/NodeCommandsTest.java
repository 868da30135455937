package duixian.cli.node;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.cli.node.data.Opened;
import duixian.cli.node.data.Reach;
import duixian.handle.control.Control;
import duixian.handle.evidence.Answer;
import duixian.handle.store.Channel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeCommandsTest {
  @TempDir Path directory;
  private String printed = "";

  @Test
  void fromPrefixToFactsInFourCommands() throws IOException {
    importThree();

    assertThat(node("evidence", "--year", year(), "--out", path("facts.json"))).isZero();
    assertThat(printed).contains("全部一致").contains("年度新增标识注册量超过 100,000,000：未达到");
    assertThat(Files.readString(directory.resolve("facts.json")))
        .contains("\"平台\":\"P1\"")
        .contains("\"年度新增标识注册量\":3")
        .contains("\"日均解析量\":0");
  }

  @Test
  void anImportWithoutItsPrefixSaysHowToMendIt() throws IOException {
    node("prefix", "88.118.9", "--enterprise", "示例企业");
    var file = Files.writeString(directory.resolve("a.csv"), "标识,URL\n88.118.8/a,1\n");

    assertThat(node("import", file.toString())).isEqualTo(1);
    assertThat(printed).contains("第 2 行 88.118.8/a：前缀 88.118.8 未分配；请先申请、批准并分配");
    assertThat(directory.resolve("a.csv.refused.tsv")).content().startsWith("2\t88.118.8/a\t");
  }

  @Test
  void theAuditorsOwnKeyDecides() throws IOException {
    importThree();
    assertThat(node("audit")).isZero();
    assertThat(printed).contains("哈希根、封签链与签名全部相符").contains("抽查标识 20 个，证明成立 20 个");

    Files.copy(directory.resolve("data/keys/seal.pub"), directory.resolve("given.pub"));
    assertThat(node("audit", "--log-only", "--key", path("given.pub"))).isZero();
  }

  @Test
  void aProofIsCheckedWithThePublicKeyAlone() throws IOException {
    importThree();
    assertThat(node("prove", "88.118.8/b", "--out", path("proof.json"))).isZero();
    assertThat(node("prove", "--check", path("proof.json"))).isZero();
    assertThat(printed).contains("证明成立：88.118.8/b 于 ").contains("经导入注册");

    var forged = Files.readString(directory.resolve("proof.json")).replace("8/b", "8/z");
    Files.writeString(directory.resolve("forged.json"), forged);
    assertThat(node("prove", "--check", path("forged.json"))).isEqualTo(1);
  }

  @Test
  void backupRestoreAndVerify() throws IOException {
    importThree();
    assertThat(node("backup", path("copy"))).isZero();
    assertThat(run("restore", "--data", path("again"), path("copy"))).isZero();
    assertThat(printed).contains("重新清点：三种来源一致");
    assertThat(run("verify", "--data", path("again"))).isZero();
    assertThat(printed).contains("标识 3 个，内容完好 3 个");
  }

  @Test
  void commandsReachARunningNodeThroughItsDoor() throws IOException {
    importThree();
    try (var ledger = Reach.open(directory.resolve("data"));
        var _ =
            Control.open(
                directory.resolve("data"),
                (words, out) ->
                    NodeCommands.with(Reach.within(Opened.of(ledger)))
                        .setOut(out)
                        .setErr(out)
                        .execute(words.subList(1, words.size()).toArray(String[]::new)))) {
      ledger.journal().answered(0, Channel.UDP, Answer.RESOLVED, 1, 1);

      assertThat(node("evidence", "--year", year(), "--out", path("facts.json"))).isZero();
      assertThat(printed).contains("解析成功 · UDP");
      assertThat(node("import", path("three.csv"))).isEqualTo(1);
      assertThat(printed).contains("节点正在运行");
    }
  }

  @Test
  void withoutDataTheUserReadsWhatToDo() throws IOException {
    assertThat(node("audit")).isEqualTo(1);
    assertThat(printed).contains("先运行 duixian node serve");
  }

  private void importThree() throws IOException {
    assertThat(node("prefix", "88.118.8", "--enterprise", "示例企业")).isZero();
    var text = "标识,URL\n88.118.8/a,https://a.cn\n88.118.8/b,https://b.cn\n88.118.8/c,\n";
    Files.writeString(directory.resolve("three.csv"), text);
    assertThat(node("import", path("three.csv"))).isZero();
    assertThat(printed).contains("新增 3，已存在 0，未注册 0");
  }

  private static String year() {
    return "" + OffsetDateTime.now(ZoneOffset.ofHours(8)).getYear();
  }

  private String path(String name) {
    return directory.resolve(name).toString();
  }

  private int node(String command, String... options) {
    var words = new String[options.length + 3];
    words[0] = command;
    words[1] = "--data";
    words[2] = path("data");
    System.arraycopy(options, 0, words, 3, options.length);
    return run(words);
  }

  private int run(String... words) {
    var out = new StringWriter();
    var writer = new PrintWriter(out);
    var code = NodeCommands.commandLine().setOut(writer).setErr(writer).execute(words);
    printed = out.toString();
    return code;
  }
}
