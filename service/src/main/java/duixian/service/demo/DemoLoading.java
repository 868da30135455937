package duixian.service.demo;

import duixian.service.audit.AuditLog;
import duixian.service.database.DataFolder;
import duixian.service.party.Parties;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.support.RequestHandledEvent;

/// Loads the sample city behind the running service, once. What a kill interrupts goes on with the
/// next start, at the time of the last act that was logged.
class DemoLoading implements SmartInitializingSingleton, DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(DemoLoading.class);
  private static final String ACCOUNTS =
      "示例账号：申报人 b01 至 b03、m01 至 m10（平台），镇街 town1，科室 reviewer1，联审 department1，专家 expert1，审计"
          + " auditor1，局领导 leader1，资金 finance1，监督 supervisor1，管理员 admin1；密码都是 {}";
  private static final int PATIENCE_SECONDS = 10;
  private static final int FIRST_PAGE_SECONDS = 1;

  private final DataFolder folder;
  private final DemoClock clock;
  private final DemoCity city;
  private final Story story;
  private final AuditLog audit;
  private final Parties parties;
  private final Path examples;
  private final TransactionTemplate whole;
  private final CountDownLatch opened = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile boolean begun;
  private volatile boolean stopped;
  private volatile boolean ready;

  DemoLoading(
      DataFolder folder,
      DemoClock clock,
      DemoCity city,
      Story story,
      AuditLog audit,
      Parties parties,
      Path examples,
      TransactionTemplate whole) {
    this.folder = folder;
    this.clock = clock;
    this.city = city;
    this.story = story;
    this.audit = audit;
    this.parties = parties;
    this.examples = examples;
    this.whole = whole;
    this.ready = DemoTime.isTold(folder);
  }

  /// Whether the city is complete.
  public boolean isReady() {
    return ready;
  }

  /// Before anybody asks for the time.
  @Override
  public void afterSingletonsInstantiated() {
    if (!ready) {
      audit.latest(1, Long.MAX_VALUE).forEach(act -> clock.jumpTo(act.recordedAt()));
    }
  }

  /// Somebody got a page.
  @EventListener
  public void answered(RequestHandledEvent request) {
    opened.countDown();
  }

  @Async
  @EventListener
  @Order
  public void load(ApplicationReadyEvent started) throws InterruptedException {
    begun = true;
    LOG.info(ACCOUNTS, DemoCity.PASSWORD);
    try {
      if (!ready) {
        // Whoever waits for the first page gets it before the city takes the processors.
        var _ = opened.await(FIRST_PAGE_SECONDS, TimeUnit.SECONDS);
        load();
      }
    } finally {
      over.countDown();
    }
    if (ready) {
      LOG.info("示例城市就绪");
    }
  }

  /// The act that is under way ends; the next start goes on from there.
  @Override
  public void destroy() throws InterruptedException {
    stopped = true;
    opened.countDown();
    if (begun && !over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      LOG.warn("示例城市没有按时停下，下次启动时继续");
    }
  }

  private void load() {
    if (parties.organisation(Cast.OFFICE).isEmpty()) {
      whole.executeWithoutResult(_ -> city.load(examples));
      LOG.info("示例城市的单位和事实已装入，可以登录；正在演出半年的办理过程，约需半分钟");
    }
    if (story.tell(() -> stopped)) {
      DemoTime.told(folder, clock);
      ready = true;
    }
  }
}
