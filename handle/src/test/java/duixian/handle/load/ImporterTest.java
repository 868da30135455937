package duixian.handle.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duixian.handle.evidence.Ledger;
import duixian.handle.evidence.YearReport;
import duixian.handle.node.Admission;
import duixian.handle.registry.Prefixes;
import duixian.handle.registry.Templates;
import duixian.handle.rocks.Settings;
import duixian.handle.store.Change;
import duixian.handle.store.Channel;
import duixian.handle.value.HandleRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImporterTest {
  @TempDir Path directory;
  private Ledger ledger;
  private final List<Importer.Refusal> refusals = new ArrayList<>();

  @BeforeEach
  void open() {
    ledger = Ledger.open(directory.resolve("data"), Settings.small(), 0, InstantSource.system());
    var prefixes = prefixes();
    if (prefixes.get("88.118.8") == null) {
      allot(prefixes, "88.118.8", 1000, false);
      allot(prefixes, "88.118.9", 2, false);
      allot(prefixes, "88.118.10", 10, true);
    }
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void aCsvFileBecomesIdentifiersWithTypedValues() throws IOException {
    var state = run("\uFEFF标识,URL,2000:产品名称\r\n88.118.8/a,https://a.cn/1,\"阀门,\"\"大\"\"\"\r\n");

    assertThat(state.created()).isEqualTo(1);
    var values = record("88.118.8/a").values();
    assertThat(values).extracting(value -> value.index()).containsExactly(1, 2000);
    assertThat(values)
        .extracting(value -> value.text())
        .containsExactly("https://a.cn/1", "阀门,\"大\"");
  }

  @Test
  void anNdjsonFileBecomesTheSame() throws IOException {
    run(
        """
        {"handle": "88.118.8/a", "values": [{"index": 1, "type": "URL", "data": "https://a.cn"}]}
        {"标识": "88.118.8/b", "values": [{"index": 7, "type": "DESC", "data": {"format": "hex", "value": "4142"}}]}
        """);

    assertThat(record("88.118.8/a").values().getFirst().text()).isEqualTo("https://a.cn");
    assertThat(record("88.118.8/b").values().getFirst().text()).isEqualTo("AB");
  }

  @Test
  void ofRepeatedLinesTheFirstIsRegistered() throws IOException {
    var state = run("标识,URL\n88.118.8/b,1\n88.118.8/a,2\n88.118.8/b,3\n");

    assertThat(state.created()).isEqualTo(2);
    assertThat(state.duplicates()).isEqualTo(1);
    assertThat(record("88.118.8/b").values().getFirst().text()).isEqualTo("1");
  }

  @Test
  void whatIsRegisteredAlreadyStaysAsItIs() throws IOException {
    var id = "88.118.8/a".getBytes(StandardCharsets.UTF_8);
    var record = new HandleRecord(List.of()).toBytes();
    ledger.store().apply(new Change.Create(id, record, Channel.TCP, null));

    assertThat(run("标识,URL\n88.118.8/a,1\n").duplicates()).isEqualTo(1);
    assertThat(record("88.118.8/a").values()).isEmpty();
  }

  @Test
  void everyLineTurnedAwayIsToldWithItsReason() throws IOException {
    var state = run("标识,URL\n88.118.77/a,1\nnoslash,1\n88.118.8/a\n88.118.10/x,1\n88.118.8/b,2\n");

    assertThat(state.refused()).isEqualTo(4);
    assertThat(state.created()).isEqualTo(1);
    assertThat(refusals).extracting(Importer.Refusal::line).containsExactly(2L, 3L, 4L, 5L);
    assertThat(refusals.get(0).sentence()).contains("未分配");
    assertThat(refusals.get(2).sentence()).isEqualTo("应有 2 列，这里有 1 列");
    assertThat(refusals.get(3).sentence()).contains("自建节点");
  }

  @Test
  void theQuotaOfAPrefixHoldsForImportsToo() throws IOException {
    var state = run("标识,URL\n88.118.9/a,1\n88.118.9/b,1\n88.118.9/b,1\n88.118.9/c,1\n");

    assertThat(state.created()).isEqualTo(2);
    assertThat(state.duplicates()).isEqualTo(1);
    assertThat(refusals)
        .singleElement()
        .extracting(Importer.Refusal::sentence)
        .asString()
        .contains("配额已用完");
  }

  @Test
  void whatAnEnterpriseNodeReportsIsCountedApart() throws IOException {
    var state =
        importer(Channel.REPORTED, 1 << 20)
            .run(file("标识,URL\n88.118.10/a,1\n"), _ -> {}, refusals::add);

    assertThat(state.created()).isEqualTo(1);
    assertThat(report().registered().scan()).isZero();
    assertThat(report().reported().scan()).isEqualTo(1);
  }

  @Test
  void anInterruptedImportGoesOnWhereItStopped() throws IOException {
    var file = file(lines(400));
    assertThatThrownBy(
            () -> importer(Channel.IMPORT, 1000).run(file, stopAfter(150), refusals::add))
        .hasMessage("stop");
    close();
    open();
    var before = importer(Channel.IMPORT, 1000).state(file).created();
    assertThat(before).isBetween(150L, 300L);

    var state = importer(Channel.IMPORT, 1000).run(file, _ -> {}, refusals::add);

    assertThat(state.created()).isEqualTo(400);
    assertThat(state.duplicates()).isZero();
    assertThat(report().registered().scan()).isEqualTo(400);
    assertThat(report().agree()).isTrue();
  }

  @Test
  void importingTheSameFileAgainChangesNothing() throws IOException {
    var text = lines(10);
    var first = run(text);

    assertThat(run(text)).isEqualTo(first);
    assertThat(report().registered().scan()).isEqualTo(10);
    assertThat(report().agree()).isTrue();
  }

  @Test
  void aFileWithoutIdentifiersSaysWhatIsMissing() {
    assertThatThrownBy(() -> run("名称,URL\n1,2\n"))
        .isInstanceOf(ImportFailed.class)
        .hasMessageContaining("须有“标识”一列");
  }

  private static Consumer<ImportState> stopAfter(int created) {
    return state -> {
      if (state.created() >= created) {
        throw new IllegalStateException("stop");
      }
    };
  }

  private static String lines(int count) {
    var text = new StringBuilder("标识,URL\n");
    for (int i = 0; i < count; i++) {
      text.append("88.118.8/")
          .append(i * 7919 % 10_007)
          .append(",https://a.cn/")
          .append(i)
          .append('\n');
    }
    return text.toString();
  }

  private ImportState run(String text) throws IOException {
    return importer(Channel.IMPORT, 1 << 20).run(file(text), _ -> {}, refusals::add);
  }

  private Importer importer(Channel channel, int stretch) {
    var templates = new Templates(ledger.store().rows("template"));
    var admission = new Admission(prefixes(), templates, ledger.store().tallies(), channel);
    return new Importer(ledger.store(), admission, channel, stretch);
  }

  private Prefixes prefixes() {
    return new Prefixes(ledger.store().rows("prefix"), ledger.clock());
  }

  private static void allot(Prefixes prefixes, String name, long quota, boolean selfHosted) {
    prefixes.apply(name, "示例企业", selfHosted);
    prefixes.approve(name, quota);
    prefixes.allot(name, "", List.of());
  }

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("import.csv"), text);
  }

  private HandleRecord record(String id) {
    var entry = ledger.store().get(id.getBytes(StandardCharsets.UTF_8));
    return HandleRecord.read(Objects.requireNonNull(entry).record(), entry.modified());
  }

  private YearReport report() {
    return YearReport.of(ledger, OffsetDateTime.now(ZoneOffset.ofHours(8)).getYear());
  }
}
