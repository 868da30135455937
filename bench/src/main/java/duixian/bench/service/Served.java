package duixian.bench.service;

import duixian.policy.value.Money;
import duixian.service.Start;
import duixian.service.budget.Accounts;
import duixian.service.budget.Booking;
import duixian.service.claim.matching.Matching;
import duixian.service.database.Database;
import duixian.service.law.Laws;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import org.springframework.context.ApplicationContext;

/// The service under load. Arguments: the data folder and the number of units. Says its port, then
/// answers `load`, `unit`, `night` and `decide` with what it measured; `trickle` has it decide a
/// little while pages are opened.
public final class Served {
  private static final int WARM = 300;
  private static final int UNITS = 1000;

  private final ApplicationContext context;
  private final int units;

  private Served(ApplicationContext context, int units) {
    this.context = context;
    this.units = units;
  }

  public static void main(String[] arguments) throws Exception {
    // What the service says goes elsewhere: this is for answers.
    var answers = System.out;
    System.setOut(System.err);
    var options = Start.properties("serve", "--data", arguments[0], "--port", "0");
    try (var context = Start.start(Objects.requireNonNull(options));
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      answers.println(context.getEnvironment().getProperty("local.server.port"));
      var served = new Served(context, Integer.parseInt(arguments[1]));
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        answers.println(served.answer(line));
      }
    }
  }

  private String answer(String command) throws Exception {
    return switch (command) {
      case "load" -> load();
      case "unit" -> unit();
      case "night" -> night();
      case "decide" -> new Decisions(context).measure();
      case "trickle" -> trickle();
      default -> throw new IOException("no command " + command);
    };
  }

  private String trickle() {
    new Decisions(context).trickle(Pages.BUSY);
    return "";
  }

  /// `seconds facts claims`.
  private String load() throws SQLException {
    var begun = System.nanoTime();
    var laws = context.getBean(Laws.class);
    new Crowd(context).join(units);
    context
        .getBean(Accounts.class)
        .open(Booking.Kind.BUDGET, "预算", "2026年度", Money.yuan(100_000_000_000L));
    try (var connection = DriverManager.getConnection(context.getBean(Database.class).ownerUrl());
        var statement = connection.createStatement()) {
      // Synthetic rows refer to each other rightly; checking it would take as long again.
      statement.execute("SET session_replication_role = replica");
      var facts = new SyntheticFacts(units);
      var loaded = facts.load(connection);
      var claims = new SyntheticClaims(units, facts);
      claims.load(connection, laws.inForce().version());
      statement.execute("VACUUM ANALYZE");
      return String.format(
          Locale.ROOT, "%.1f %d %d", (System.nanoTime() - begun) / 1e9, loaded, claims.count());
    }
  }

  /// `median p99` of matching one unit, in milliseconds.
  private String unit() {
    var matching = context.getBean(Matching.class);
    var random = new SplittableRandom(1);
    var nanos = new long[UNITS];
    for (int i = -WARM; i < UNITS; i++) {
      var unit = SyntheticFacts.unit(random.nextInt(1, units + 1));
      var begun = System.nanoTime();
      var matches = matching.of(unit);
      if (matches.isEmpty()) {
        throw new IllegalStateException(unit + " has no matches");
      }
      if (i >= 0) {
        nanos[i] = System.nanoTime() - begun;
      }
    }
    Arrays.sort(nanos);
    return String.format(
        Locale.ROOT, "%.1f %.1f", nanos[UNITS / 2] / 1e6, nanos[UNITS * 99 / 100] / 1e6);
  }

  /// `seconds raised` of matching the whole city.
  private String night() {
    var matching = context.getBean(Matching.class);
    var begun = System.nanoTime();
    var raised = matching.raise(matching.roots());
    if (!raised.failed().isEmpty()) {
      throw new IllegalStateException(raised.failed().size() + " units failed");
    }
    return String.format(Locale.ROOT, "%.1f %d", (System.nanoTime() - begun) / 1e9, raised.count());
  }
}
