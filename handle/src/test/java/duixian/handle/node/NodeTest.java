package duixian.handle.node;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.handle.evidence.Ledger;
import duixian.handle.key.SigningKey;
import duixian.handle.message.Header;
import duixian.handle.message.Request;
import duixian.handle.message.Result;
import duixian.handle.registry.Authority;
import duixian.handle.registry.Verdict;
import duixian.handle.rocks.Settings;
import duixian.handle.store.Channel;
import duixian.handle.value.AdminRecord;
import duixian.handle.value.HandleValue;
import duixian.handle.value.Output;
import duixian.handle.value.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeTest {
  private static final SigningKey KEY = SigningKey.Ed25519.generate();
  private static final Authority OPERATOR = new Authority.Operator();

  @TempDir private Path directory = Path.of("");

  @Test
  void whatWasAcknowledgedIsThereAfterARestart() {
    try (var ledger = open(Settings.small())) {
      var node = node(ledger, 10);
      assertThat(create(node, "88.1/a", OPERATOR, null).ok()).isTrue();
    }
    try (var ledger = open(Settings.small())) {
      var node = node(ledger, 10);
      assertThat(resolve(node, "88.1/a")).isEqualTo(Result.SUCCESS);
      assertThat(node.alive("88.1")).isEqualTo(1);
    }
  }

  @Test
  void aFullDiskRefusesWritesWithASentenceAndStillResolves() {
    try (var ledger = open(Settings.small())) {
      create(node(ledger, 10), "88.1/a", OPERATOR, null);
    }
    var usual = Settings.small();
    var full =
        new Settings(
            usual.blockCache(),
            usual.recordCache(),
            usual.answerCache(),
            usual.memtable(),
            Long.MAX_VALUE / 4);
    try (var ledger = open(full)) {
      var node = node(ledger, 10);

      var verdict = create(node, "88.1/b", OPERATOR, null);

      assertThat(verdict.result()).isEqualTo(Result.ERROR);
      assertThat(verdict.sentence()).isNotEqualTo(Result.ERROR.sentence()).isNotBlank();
      assertThat(resolve(node, "88.1/a")).isEqualTo(Result.SUCCESS);
    }
  }

  @Test
  void createsTogetherNeverPassAQuota() {
    try (var ledger = open(Settings.small())) {
      var node = node(ledger, 100);
      var verdicts = new ArrayList<CompletableFuture<Verdict>>();
      for (var i = 0; i < 400; i++) {
        var verdict = new CompletableFuture<Verdict>();
        verdicts.add(verdict);
        var id = "88.1/" + i;
        Thread.startVirtualThread(() ->
            node.registrar()
                .create(
                    id,
                    List.of(HandleValue.of(1, "URL", "http://a.cn")),
                    by(OPERATOR, null),
                    verdict::complete));
      }
      var created = verdicts.stream().filter(verdict -> verdict.join().ok()).count();
      assertThat(created).isEqualTo(100);
      assertThat(node.alive("88.1")).isEqualTo(100);
    }
  }

  @Test
  void aRepeatedCreateTakesNoSecondPlace() {
    try (var ledger = open(Settings.small())) {
      var node = node(ledger, 1);
      var key = "once".getBytes(StandardCharsets.UTF_8);

      assertThat(create(node, "88.1/a", OPERATOR, key).ok()).isTrue();
      assertThat(create(node, "88.1/a", OPERATOR, key).ok()).isTrue();
      assertThat(create(node, "88.1/b", OPERATOR, null).result()).isEqualTo(Result.QUOTA_EXHAUSTED);
    }
  }

  @Test
  void createsAndDeletesTogetherNeitherPassAQuotaNorLoseAPlace() {
    try (var ledger = open(Settings.small())) {
      var node = node(ledger, 20);
      var all = new ArrayList<CompletableFuture<Void>>();
      for (var i = 0; i < 32; i++) {
        var name = "88.1/" + i % 24;
        all.add(
            CompletableFuture.runAsync(
                () -> {
                  for (var round = 0; round < 10; round++) {
                    create(node, name, OPERATOR, null);
                    assertThat(registered(ledger)).isLessThanOrEqualTo(20);
                    node.revisions().delete(name, by(OPERATOR, null));
                  }
                },
                Thread::startVirtualThread));
      }
      all.forEach(CompletableFuture::join);
      assertThat(node.alive("88.1")).isEqualTo(registered(ledger));

      for (var i = 0; i < 24; i++) {
        create(node, "88.1/" + i, OPERATOR, null);
      }
      assertThat(registered(ledger)).isEqualTo(20);
    }
  }

  @Test
  void aRepeatedDeleteFreesNoSecondPlace() {
    try (var ledger = open(Settings.small())) {
      var node = node(ledger, 1);
      var once = by(OPERATOR, "once".getBytes(StandardCharsets.UTF_8));
      create(node, "88.1/a", OPERATOR, null);
      assertThat(node.revisions().delete("88.1/a", once).ok()).isTrue();
      create(node, "88.1/a", OPERATOR, null);
      assertThat(node.alive("88.1")).isEqualTo(1);

      node.revisions().delete("88.1/a", once);

      assertThat(resolve(node, "88.1/a")).isEqualTo(Result.SUCCESS);
      assertThat(create(node, "88.1/b", OPERATOR, null).result()).isEqualTo(Result.QUOTA_EXHAUSTED);
    }
  }

  @Test
  void membersOfAGroupAreAdministrators() {
    try (var ledger = open(Settings.small())) {
      var node = node(ledger, 10);
      var member = new Authority.Administrator(new Reference("0.NA/88.1", 301));
      var stranger = new Authority.Administrator(new Reference("0.NA/88.1", 302));

      assertThat(create(node, "88.1/a", member, null).ok()).isTrue();
      assertThat(create(node, "88.1/b", stranger, null).result()).isEqualTo(Result.NO_PERMISSION);
    }
  }

  @Test
  void aSuspendedPrefixResolvesAndRegistersNoMore() {
    try (var ledger = open(Settings.small())) {
      var node = node(ledger, 10);
      create(node, "88.1/a", OPERATOR, null);
      node.prefixes().suspend("88.1", "欠费");

      assertThat(resolve(node, "88.1/a")).isEqualTo(Result.SUCCESS);
      assertThat(create(node, "88.1/b", OPERATOR, null).result())
          .isEqualTo(Result.PREFIX_NOT_ALLOTTED);
    }
  }

  private Ledger open(Settings settings) {
    return Ledger.open(directory, settings, 0, InstantSource.system());
  }

  private static int registered(Ledger ledger) {
    var start = "88.1/".getBytes(StandardCharsets.UTF_8);
    return ledger.store().scan(start, null, 1000).rows().size();
  }

  /// A node with the prefix 88.1, whose administrators are the group under index 200.
  private static Node node(Ledger ledger, long quota) {
    var node =
        new Node(ledger.store(), ledger.journal(), ledger.clock(), new Node.Options(KEY, false));
    if (node.prefixes().get("88.1") == null) {
      var admin = new AdminRecord(AdminRecord.ALL, new Reference("0.NA/88.1", 200));
      var group =
          new Output()
              .list(
                  List.of(new Reference("0.NA/88.1", 300), new Reference("0.NA/88.1", 301)),
                  (each, to) -> to.text(each.handle()).int4(each.index()));
      node.prefixes().apply("88.1", "齿轮厂", false);
      node.prefixes().approve("88.1", quota);
      node.prefixes()
          .allot(
              "88.1",
              "",
              List.of(
                  HandleValue.of(100, AdminRecord.TYPE, admin.toBytes()),
                  HandleValue.of(200, "HS_VLIST", group.toBytes())));
    }
    return node;
  }

  private static Result resolve(Node node, String handle) {
    var asked = new Request.Resolve(handle, List.of(), List.of());
    var caller = new Caller(Channel.TCP, 1);
    return node.resolve(asked, Header.PUBLIC_ONLY, new Authority.Anyone(), caller).result();
  }

  private static Verdict create(
      Node node, String handle, Authority authority, byte @Nullable [] once) {
    var verdict = new CompletableFuture<Verdict>();
    node.registrar()
        .create(
            handle,
            List.of(HandleValue.of(1, "URL", "http://a.cn")),
            by(authority, once),
            verdict::complete);
    return verdict.join();
  }

  private static Registrar.By by(Authority authority, byte @Nullable [] once) {
    return new Registrar.By(authority, Channel.TCP, once);
  }
}
