package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.policy.value.Money;
import duixian.service.budget.Booking;
import duixian.service.claim.Claim;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Two claims of 50万元 on pages, where a cap leaves 70万元.
class RivalsTest {
  private static final AtomicLong OTHERS = new AtomicLong(2_000_000_000L);
  private static final String CAP = "四款年度总额";

  private final City city = City.city();

  private record Rivals(Claim first, Claim second, String key) {}

  @Test
  void whoeverDecidesTheLaterOneFirstReadsWhomItPassesOver() throws Exception {
    var rivals = rivals();
    var leader = new Browser(city).as("leader");

    assertThat(leader.open("/cases/" + rivals.second().number()).body())
        .contains("“四款年度总额”有 1 件比本件先受理")
        .contains("先办本件，" + rivals.first().number() + " 按次序的50万元只剩20万元")
        .contains("被越过");
    assertThat(leader.open("/cases/" + rivals.first().number()).body())
        .doesNotContain("比本件先受理")
        .doesNotContain("被越过")
        .contains("不足");
  }

  @Test
  void twoOfficersWhoDecideAtOnceNeverExceedTheCap() throws Exception {
    var rivals = rivals();
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = new Browser(city).as("leader");
      var second = new Browser(city).as("leader2");
      var answers =
          List.of(
              threads.submit(() -> decided(first, rivals.first(), start)),
              threads.submit(() -> decided(second, rivals.second(), start)));
      start.countDown();
      var pages = List.of(answers.getFirst().get(), answers.getLast().get());

      assertThat(pages).filteredOn(body -> body.contains("：已审定")).hasSize(1);
      assertThat(pages)
          .filteredOn(body -> body.contains("class=\"sentence refused\" role=\"alert\""))
          .hasSize(1);
      assertThat(pages)
          .filteredOn(body -> body.contains(CAP + "（" + rivals.key() + "）"))
          .hasSize(1);
    }
    var cap = city.accounts.find(Booking.Kind.CAP, CAP, rivals.key()).orElseThrow();
    assertThat(cap.used()).isEqualTo(Money.yuan(14_800_000).fen());
  }

  @Test
  void whatTheCapLeavesMayStillBeGranted() throws Exception {
    var rivals = rivals();
    decided(new Browser(city).as("leader"), rivals.first(), new CountDownLatch(0));
    var page = "/cases/" + rivals.second().number();
    var leader = new Browser(city).as("leader2");

    assertThat(leader.open(page).body()).contains("value=\"200000.00\"");
    leader.submit(
        page, page + "/decide", Map.of("amount", "200000.00", "year", "2026", "reason", "按限额余额核定"));

    assertThat(city.claims.claim(rivals.second().id()).granted())
        .isEqualTo(Money.yuan(200_000).fen());
  }

  private static String decided(Browser browser, Claim claim, CountDownLatch start)
      throws Exception {
    var page = "/cases/" + claim.number();
    start.await();
    return browser
        .submit(page, page + "/decide", Map.of("amount", "500000.00", "year", "2026"))
        .body();
  }

  private Rivals rivals() {
    var unit = city.platform(Map.of("类别", "标杆平台"));
    var key = "平台 " + unit.id() + "｜2023年";
    var taken =
        new Booking(
            Booking.Kind.CAP, CAP, key, Money.yuan(14_300_000).fen(), Money.yuan(15_000_000).fen());
    new TransactionTemplate(city.context.getBean(PlatformTransactionManager.class))
        .executeWithoutResult(
            _ -> city.accounts.reserve(OTHERS.incrementAndGet(), List.of(taken), "test"));
    var first = city.ready(unit, city.workshop(unit, 1));
    city.clock.forward(Duration.ofMinutes(1));
    return new Rivals(first, city.ready(unit, city.workshop(unit, 2)), key);
  }
}
