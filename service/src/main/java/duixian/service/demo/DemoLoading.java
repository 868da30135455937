package duixian.service.demo;

import duixian.service.database.DataFolder;
import duixian.service.party.Parties;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.support.TransactionTemplate;

/// Loads the sample city behind the running service, once.
class DemoLoading {
  private static final Logger LOG = LoggerFactory.getLogger(DemoLoading.class);

  private final DataFolder folder;
  private final DemoClock clock;
  private final DemoCity city;
  private final Story story;
  private final Parties parties;
  private final Path examples;
  private final TransactionTemplate whole;
  private volatile boolean ready;

  DemoLoading(
      DataFolder folder,
      DemoClock clock,
      DemoCity city,
      Story story,
      Parties parties,
      Path examples,
      TransactionTemplate whole) {
    this.folder = folder;
    this.clock = clock;
    this.city = city;
    this.story = story;
    this.parties = parties;
    this.examples = examples;
    this.whole = whole;
    this.ready = DemoTime.isTold(folder);
  }

  /// Whether the city is complete.
  public boolean isReady() {
    return ready;
  }

  @Async
  @EventListener
  @Order
  public void load(ApplicationReadyEvent started) {
    if (!ready) {
      if (parties.organisation(Cast.OFFICE).isEmpty()) {
        whole.executeWithoutResult(_ -> city.load(examples));
        LOG.info("示例城市的单位和事实已装入，正在演出半年的办理过程…");
      }
      story.tell();
      DemoTime.told(folder, clock);
      ready = true;
    }
    LOG.info(
        "示例城市就绪；账号 b01（平台）town1 reviewer1 department1 expert1 leader1 finance1 supervisor1"
            + " admin1，密码都是 {}",
        DemoCity.PASSWORD);
  }
}
