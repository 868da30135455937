package duixian.service.claim;

import duixian.service.fact.FactStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.event.TransactionalEventListener;

/// 免申即享 at work: every night for the whole city, and for a unit when its facts change. A change
/// that a crash swallows is found the next night.
class SelfRaising {
  private static final Logger LOG = LoggerFactory.getLogger(SelfRaising.class);

  private final Matching matching;
  private final boolean onChange;

  SelfRaising(Matching matching, boolean onChange) {
    this.matching = matching;
    this.onChange = onChange;
  }

  @Scheduled(cron = "${duixian.matching.nightly:0 30 2 * * *}", zone = "Asia/Shanghai")
  void nightly() {
    var raised = matching.raise(matching.roots());
    LOG.info("夜间匹配完成，新立 {} 件免申即享，{} 个主体没有匹配成功", raised.count(), raised.failed().size());
  }

  @Async
  @TransactionalEventListener
  public void changed(FactStore.UnitChanged unit) {
    if (onChange) {
      matching.raise(new Matching.Root(unit.entity(), unit.code()));
    }
  }
}
