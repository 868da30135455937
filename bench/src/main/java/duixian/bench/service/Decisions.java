package duixian.bench.service;

import duixian.policy.value.Money;
import duixian.service.budget.Exceeded;
import duixian.service.claim.Claim;
import duixian.service.claim.Claims;
import duixian.service.claim.Proceedings;
import duixian.service.party.Person;
import duixian.service.party.Role;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Decides in sixteen threads what competes for caps and for one year's budget, then adds up.
final class Decisions {
  private static final int THREADS = 16;
  private static final int YEAR = 2026;
  private static final String STEP = "审定";
  private static final long SECOND = 1_000_000_000;
  private static final Person LEADER = new Person("leader1", "局领导", "数字经济科", Set.of(Role.LEADER));
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final Proceedings proceedings;
  private final Claims claims;
  private final JdbcClient jdbc;

  Decisions(ApplicationContext context) {
    proceedings = context.getBean(Proceedings.class);
    claims = context.getBean(Claims.class);
    jdbc = context.getBean(JdbcClient.class);
  }

  /// `granted refused seconds`, then what is wrong with the accounts or `一致`.
  String measure() throws InterruptedException {
    var waiting = new ConcurrentLinkedQueue<Claim>(claims.at(STEP));
    var before = reserved();
    var granted = new AtomicInteger();
    var refused = new AtomicInteger();
    var begun = System.nanoTime();
    var end = begun + LONGEST.toNanos();
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      for (int i = 0; i < THREADS; i++) {
        threads.execute(() -> {
          for (var claim = waiting.poll();
              claim != null && System.nanoTime() < end;
              claim = waiting.poll()) {
            (decide(claim) ? granted : refused).incrementAndGet();
          }
        });
      }
    }
    var seconds = (System.nanoTime() - begun) / 1e9;
    return String.format(
        Locale.ROOT,
        "%d %d %.2f %s",
        granted.get(),
        refused.get(),
        seconds,
        verdict(reserved() - before - granted.get() * SyntheticClaims.GRANT));
  }

  /// One a second for so long, behind whoever looks at pages meanwhile: what pages keep until
  /// something is done does not stay.
  void trickle(Duration time) {
    Thread.ofVirtual()
        .start(() -> {
          var end = System.nanoTime() + time.toNanos();
          for (var claim : claims.at(STEP).reversed()) {
            var _ = decide(claim);
            LockSupport.parkNanos(SECOND);
            if (System.nanoTime() > end) {
              return;
            }
          }
        });
  }

  private boolean decide(Claim claim) {
    try {
      proceedings.decide(claim.id(), new Money(SyntheticClaims.GRANT), YEAR, LEADER, "");
      return true;
    } catch (Exceeded e) {
      return false;
    }
  }

  private long reserved() {
    return count("SELECT coalesce(sum(reserved), 0)::bigint FROM account WHERE kind = 'cap'");
  }

  /// `missing` is what was granted and is not on the caps, in fen.
  private String verdict(long missing) {
    var wrong =
        List.of(
            count("SELECT count(*) FROM account WHERE reserved + settled > bound"),
            count(
                "SELECT count(*) FROM account a WHERE a.reserved <> (SELECT coalesce(sum(amount),"
                    + " 0) FROM entry e WHERE e.account = a.id AND e.stage = 'reserved')"),
            count(
                "SELECT count(*) FROM (SELECT account FROM entry GROUP BY account HAVING"
                    + " sum(amount) <> 0) unbalanced"),
            Math.abs(missing));
    return wrong.stream().allMatch(one -> one == 0) ? "一致" : "不一致" + wrong;
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }
}
