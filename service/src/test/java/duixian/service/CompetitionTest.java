package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.policy.value.Money;
import duixian.service.budget.Accounts;
import duixian.service.budget.Booking;
import duixian.service.budget.Exceeded;
import duixian.service.claim.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class CompetitionTest {
  private static final int THREADS = 32;

  private final City city = City.city();
  private final JdbcClient jdbc = city.context.getBean(JdbcClient.class);

  /// Thirty-four workshops of 50万元 want the 1500万元 of one year: thirty fit.
  @Test
  void decisionsSideBySideNeverExceedACap() throws Exception {
    var unit = city.platform(Map.of("类别", "标杆平台"));
    var ready = new ArrayList<Claim>();
    for (int i = 0; i < 34; i++) {
      ready.add(city.ready(unit, city.workshop(unit, i)));
    }
    var budgetBefore = budget();

    var outcomes =
        sideBySide(
            ready.stream()
                .map(claim ->
                    (Callable<Boolean>)
                        () -> {
                          try {
                            city.proceedings.decide(
                                claim.id(), Money.yuan(500_000), 2026, city.leader, "");
                            return true;
                          } catch (Exceeded cap) {
                            assertThat(cap).hasMessageContaining("四款年度总额");
                            return false;
                          }
                        })
                .toList());

    assertThat(outcomes).filteredOn(granted -> granted).hasSize(30);
    var cap =
        city.accounts.find(Booking.Kind.CAP, "四款年度总额", "平台 " + unit.id() + "｜2023年").orElseThrow();
    assertThat(cap.used()).isEqualTo(Money.yuan(15_000_000).fen());
    assertThat(budget() - budgetBefore).isEqualTo(Money.yuan(15_000_000).fen());
  }

  /// Random reservations, payments, releases, recoveries and broken-off transactions on few
  /// accounts.
  @Test
  void accountsBalanceWhateverHappensSideBySide() throws Exception {
    var accounts = city.context.getBean(Accounts.class);
    var transaction =
        new TransactionTemplate(city.context.getBean(PlatformTransactionManager.class));
    var work =
        IntStream.range(0, THREADS)
            .mapToObj(thread ->
                (Callable<Boolean>)
                    () -> {
                      var random = new SplittableRandom(thread);
                      for (int i = 0; i < 40; i++) {
                        life(accounts, transaction, random, 1_000_000_000L + thread * 100L + i);
                      }
                      return true;
                    })
            .toList();

    sideBySide(work);

    assertThat(
            jdbc.sql(
                    """
                    SELECT a.name FROM account a LEFT JOIN entry e ON e.account = a.id
                    GROUP BY a.id HAVING
                      a.reserved <> coalesce(sum(e.amount) FILTER (WHERE e.stage = 'reserved'), 0)
                      OR a.settled <> coalesce(sum(e.amount) FILTER (WHERE e.stage = 'settled'), 0)
                      OR coalesce(sum(e.amount), 0) <> 0
                      OR a.reserved + a.settled > a.bound
                    """)
                .query(String.class)
                .list())
        .isEmpty();
  }

  private static void life(
      Accounts accounts, TransactionTemplate transaction, SplittableRandom random, long claim) {
    var bookings =
        IntStream.range(0, 3)
            .filter(_ -> random.nextInt(4) > 0)
            .mapToObj(cap ->
                new Booking(Booking.Kind.CAP, "竞争" + cap, "", 1 + random.nextLong(900), 10_000L))
            .toList();
    try {
      transaction.executeWithoutResult(status -> {
        accounts.reserve(claim, bookings, "t");
        if (random.nextInt(5) == 0) {
          status.setRollbackOnly();
        }
      });
    } catch (Exceeded full) {
      assertThat(full.left()).isLessThan(900);
    }
    switch (random.nextInt(4)) {
      case 0 -> transaction.executeWithoutResult(_ -> accounts.release(claim, "t"));
      case 1 -> transaction.executeWithoutResult(_ -> accounts.settle(claim, "t"));
      case 2 ->
          transaction.executeWithoutResult(_ -> {
            accounts.settle(claim, "t");
            accounts.reverse(claim, "t");
          });
      default -> {}
    }
  }

  private long budget() {
    return city.accounts.find(Booking.Kind.BUDGET, "预算", "2026年度").orElseThrow().used();
  }

  private static List<Boolean> sideBySide(List<Callable<Boolean>> work)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      var results = new ArrayList<Boolean>();
      for (var future : threads.invokeAll(work)) {
        results.add(future.get());
      }
      return results;
    }
  }
}
