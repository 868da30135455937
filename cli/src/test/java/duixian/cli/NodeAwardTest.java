package duixian.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import duixian.handle.evidence.Ledger;
import duixian.handle.rocks.Settings;
import duixian.handle.store.Change;
import duixian.handle.store.Channel;
import duixian.handle.store.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From what a node counted to what 第六条 pays.
class NodeAwardTest {
  private static final String AWARD = "{\"奖补\": \"节点突破奖励\"";

  @TempDir Path folder;
  private Path facts;

  @BeforeEach
  void countAYear() {
    var data = folder.resolve("data");
    facts = folder.resolve("facts.json");
    var may = Instant.parse("2024-05-06T04:00:00Z");
    try (var ledger = Ledger.open(data, Settings.small(), 0, () -> may)) {
      create(ledger, "88.118.8/a");
      create(ledger, "88.118.8/b");
    }
    node("evidence", "--data", data, "--year", "2024", "--out", facts);
  }

  private static void create(Ledger ledger, String id) {
    var change = new Change.Create(id.getBytes(UTF_8), "r".getBytes(UTF_8), Channel.TCP, null);
    assertThat(ledger.store().apply(change)).isEqualTo(Outcome.CREATED);
  }

  @Test
  void whatTheNodeWritesIsReadAndAFewRegistrationsPayNothing() throws IOException {
    assertThat(Files.readString(facts)).contains("\"年度新增标识注册量\":2");

    assertThat(award()).contains("\"状态\": \"不符合\"", "首次(突破)");
  }

  @Test
  void beyondBothFiguresTwoMillionYuanArePaid() throws IOException {
    exceed(100_000_001, 30_001);
    var written = Files.readString(facts);
    Files.writeString(
        facts,
        written
            .replace("\"是节点平台\":true", "\"是节点平台\":true,\"投资总额\":\"2000万元\"")
            .replace("\"年度新增", "\"国家奖补\":0,\"省奖补\":0,\"其他各级财政资助额\":0,\"年度新增"));

    assertThat(award()).contains("\"状态\": \"可兑现\"", "\"核定上限\": 2000000.00");
  }

  @Test
  void exactlyTheFiguresIsNotBeyondThem() throws IOException {
    exceed(100_000_000, 30_001);
    assertThat(award()).contains("\"状态\": \"不符合\"");
    exceed(100_000_001, 30_000);
    assertThat(award()).contains("\"状态\": \"不符合\"");
  }

  @Test
  void whatOnlyOthersKnowIsAskedFor() throws IOException {
    exceed(100_000_001, 30_001);

    assertThat(award()).contains("\"状态\": \"缺事实\"", "平台 P1 的 投资总额", "国家奖补");
  }

  private void exceed(long registered, long resolved) throws IOException {
    var text = Files.readString(facts);
    Files.writeString(
        facts,
        text.replaceFirst("注册量\":[0-9]+", "注册量\":" + registered)
            .replaceFirst("解析量\":[0-9]+", "解析量\":" + resolved));
  }

  private String award() {
    var seen = Desk.run("assess", Desk.ZHONGSHAN, facts, "--json", "--as-of", "2024-12-31");
    assertThat(seen.err()).isEmpty();
    return seen.out().lines().filter(line -> line.startsWith(AWARD)).findFirst().orElseThrow();
  }

  private static void node(Object... words) {
    var all = new Object[words.length + 1];
    all[0] = "node";
    System.arraycopy(words, 0, all, 1, words.length);
    var seen = Desk.run(all);
    assertThat(seen.exit()).as(seen.out() + seen.err()).isZero();
  }
}
