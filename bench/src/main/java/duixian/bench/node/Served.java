package duixian.bench.node;

import duixian.bench.node.request.Identifiers;
import duixian.handle.account.Accounts;
import duixian.handle.evidence.Ledger;
import duixian.handle.evidence.YearReport;
import duixian.handle.load.Importer;
import duixian.handle.node.Admission;
import duixian.handle.registry.Prefixes;
import duixian.handle.registry.Templates;
import duixian.handle.rocks.Settings;
import duixian.handle.server.NodeServer;
import duixian.handle.server.Ports;
import duixian.handle.store.Channel;
import duixian.handle.transport.Limits;
import duixian.handle.value.AdminRecord;
import duixian.handle.value.HandleValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/// The node under load. Arguments: data directory and optionally a file, which is imported and no
/// more. Says seconds, number and bytes of the import, or its ports; answers with what it counted.
public final class Served {
  private Served() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    try (var ledger =
        Ledger.open(Path.of(arguments[0]), Settings.ordinary(), 0, InstantSource.system())) {
      var prefixes = new Prefixes(ledger.store().rows("prefix"), ledger.clock());
      allot(prefixes);
      if (arguments.length > 1) {
        System.out.println(load(ledger, prefixes, Path.of(arguments[1])));
        return;
      }
      try (var server = NodeServer.start(ledger, Ports.free(), Limits.usual(), false)) {
        ledger.store().awaitReadAhead();
        System.out.printf(
            "%d %d %d %s%n",
            server.udp().getPort(), server.tcp().getPort(), server.http().getPort(), token(ledger));
        answer(ledger);
      }
    }
  }

  private static String token(Ledger ledger) throws IOException {
    var password = Files.readString(ledger.directory().resolve("operator-password.txt")).strip();
    var accounts = new Accounts(ledger.store().rows("account"), ledger.clock());
    return Objects.requireNonNull(accounts.signIn("operator", password));
  }

  private static void allot(Prefixes prefixes) {
    if (prefixes.get(Identifiers.PREFIX) == null) {
      var values =
          List.of(
              HandleValue.of(
                  100,
                  AdminRecord.TYPE,
                  new AdminRecord(AdminRecord.ALL, Identifiers.ADMIN).toBytes()),
              HandleValue.of(301, "HS_SECKEY", Identifiers.SECRET)
                  .withPermissions(HandleValue.ADMIN_READ));
      prefixes.apply(Identifiers.PREFIX, "合成数据", false);
      prefixes.approve(Identifiers.PREFIX, 1L << 40);
      prefixes.allot(Identifiers.PREFIX, "", values);
    }
  }

  private static String load(Ledger ledger, Prefixes prefixes, Path file) {
    var store = ledger.store();
    var templates = new Templates(store.rows("template"));
    var admission = new Admission(prefixes, templates, store.tallies(), Channel.IMPORT);
    var begun = System.nanoTime();
    var state =
        new Importer(store, admission, Channel.IMPORT)
            .run(file, _ -> {}, refusal -> System.err.println(refusal));
    var seconds = (System.nanoTime() - begun) / 1e9;
    store.compact();
    return "%.2f %d %d".formatted(seconds, state.created(), store.bytes());
  }

  private static void answer(Ledger ledger) throws IOException {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      var year = OffsetDateTime.now(ZoneOffset.ofHours(8)).getYear();
      var report = YearReport.of(ledger, year);
      System.out.printf(
          "%d %d %s%n", report.registered().log(), report.resolvedByLog(), report.agree());
    }
  }
}
