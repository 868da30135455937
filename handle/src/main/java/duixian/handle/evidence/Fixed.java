package duixian.handle.evidence;

import duixian.handle.events.Block;
import duixian.handle.store.Store;
import duixian.handle.store.Tallies;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is held fast while nothing changes: a snapshot, the counters, the end of the log.
final class Fixed {
  final Map<Tallies.Key, Long> counters = new HashMap<>();
  private Store.@Nullable Moment moment;
  private long group;
  private long tick;

  void at(Ledger ledger, int firstDay, int lastDay) {
    moment = ledger.store().moment();
    group = ledger.lastGroup();
    tick = ledger.lastTick();
    ledger.store().tallies().each(firstDay, lastDay, counters::put);
  }

  Store.Moment moment() {
    return Objects.requireNonNull(moment);
  }

  /// Whether this block was there at the moment.
  boolean holds(Block block) {
    return switch (block) {
      case Block.Changes(var changes) -> changes.number() <= group;
      case Block.Answers answers -> answers.tick() <= tick;
      case Block.ClockJump _ -> true;
    };
  }
}
