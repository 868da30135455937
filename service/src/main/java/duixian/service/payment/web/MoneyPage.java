package duixian.service.payment.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the money stands, amounts in fen: of what waits and of the plans the first few, or `all`.
public record MoneyPage(
    boolean finance,
    boolean all,
    List<Waiting> waiting,
    long waitingCount,
    List<PlanRow> plans,
    List<Failure> failures,
    List<Held> held,
    Durations durations,
    String chart) {
  public MoneyPage {
    waiting = List.copyOf(waiting);
    plans = List.copyOf(plans);
    failures = List.copyOf(failures);
    held = List.copyOf(held);
  }

  /// A claim that has its budget and waits for a plan; `obstacle` says why it cannot go into one.
  public record Waiting(
      long id, String number, String unit, String award, long granted, String obstacle) {}

  public record PlanRow(
      long id,
      String number,
      String title,
      Instant issuedAt,
      long orders,
      long sum,
      long paid,
      long failed) {}

  /// A payment that the bank sent back, and the accounts to try.
  public record Failure(
      long order,
      String number,
      String claim,
      String payee,
      long amount,
      String why,
      List<AccountRow> accounts) {
    public Failure {
      accounts = List.copyOf(accounts);
    }
  }

  /// A verified account, masked.
  public record AccountRow(long id, String shown) {}

  public record Held(String number, String claim, String payee, long amount, String why) {}

  /// Natural days from the first submission to the money; null before anything was paid.
  public record Durations(
      long count, @Nullable Long median, @Nullable Long ninetieth, List<Quarter> quarters) {
    public Durations {
      quarters = List.copyOf(quarters);
    }
  }

  public record Quarter(String name, long count, long median, long ninetieth) {}
}
