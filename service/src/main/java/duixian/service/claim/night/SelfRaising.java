package duixian.service.claim.night;

import duixian.service.claim.matching.Matching;
import duixian.service.fact.FactStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.event.TransactionalEventListener;

/// Every night for the whole city, and for a unit when its facts change. A change that a crash
/// swallows is found the next night.
public class SelfRaising {
  private static final Logger LOG = LoggerFactory.getLogger(SelfRaising.class);

  private final Matching matching;
  private final Runs runs;
  private final boolean onChange;

  SelfRaising(Matching matching, Runs runs, boolean onChange) {
    this.matching = matching;
    this.runs = runs;
    this.onChange = onChange;
  }

  /// One root that fails does not keep the others waiting until the next night.
  @Scheduled(cron = "${duixian.matching.nightly:0 30 2 * * *}", zone = "Asia/Shanghai")
  public void nightly() {
    var run = runs.begin();
    var roots = matching.roots();
    var raised = matching.raise(roots);
    var failed = raised.failed().size();
    runs.end(run, roots.size(), raised.count(), failed);
    LOG.info("夜间匹配完成，新立 {} 件免申即享，{} 个主体没有匹配成功", raised.count(), failed);
  }

  @Async
  @TransactionalEventListener
  public void changed(FactStore.UnitChanged unit) {
    if (onChange) {
      matching.raise(new Matching.Root(unit.entity(), unit.code()));
    }
  }
}
