package duixian.policy.columns.settle;

import duixian.policy.columns.pass.Sheet;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 按比例: when a year's rows of a key ask for more than a cap holds, each keeps the same fraction,
/// down to whole units. What is cut goes back to the rows' running ceilings.
public final class Sharing {
  private final List<@Nullable Ceiling[]> caps;
  private final long unit;

  /// For each such cap in the order of the text, its ceiling on each lane.
  public Sharing(List<@Nullable Ceiling[]> caps, long unit) {
    this.caps = caps;
    this.unit = unit;
  }

  public boolean isNone() {
    return caps.isEmpty();
  }

  void share(List<Lane> lanes, Order.Turns turns) {
    for (var cap : caps) {
      share(cap, lanes, turns);
    }
  }

  private void share(@Nullable Ceiling[] cap, List<Lane> lanes, Order.Turns turns) {
    var totals = new long[0];
    var rooms = new long[0];
    for (int turn = 0; turn < turns.size(); turn++) {
      var row = turns.row(turn);
      var ceiling = shared(cap, lanes, turns, turn);
      if (ceiling != null) {
        var key = ceiling.key(row);
        if (key >= totals.length) {
          totals = Arrays.copyOf(totals, Math.max(16, 2 * key + 1));
          rooms = grown(rooms, totals.length);
        }
        var asked = lanes.get(turns.lane(turn)).sheet().ceilings()[row];
        totals[key] = Math.addExact(totals[key], asked);
        rooms[key] = Math.min(rooms[key], ceiling.limit(row));
      }
    }
    for (int turn = 0; turn < turns.size(); turn++) {
      var row = turns.row(turn);
      var ceiling = shared(cap, lanes, turns, turn);
      if (ceiling != null && totals[ceiling.key(row)] > rooms[ceiling.key(row)]) {
        var lane = lanes.get(turns.lane(turn));
        var asked = lane.sheet().ceilings()[row];
        var kept = kept(asked, rooms[ceiling.key(row)], totals[ceiling.key(row)]);
        ceiling.note(row, asked - kept);
        lane.take(row, kept - asked);
        lane.sheet().ceilings()[row] = kept;
      }
    }
  }

  private static @Nullable Ceiling shared(
      @Nullable Ceiling[] cap, List<Lane> lanes, Order.Turns turns, int turn) {
    var ceiling = cap[turns.lane(turn)];
    var row = turns.row(turn);
    var payable = lanes.get(turns.lane(turn)).sheet().states()[row] == Sheet.PAYABLE;
    return ceiling != null && payable && ceiling.concerns(row) ? ceiling : null;
  }

  private long kept(long amount, long room, long total) {
    var product =
        Math.multiplyHigh(amount, room) == 0 && amount * room >= 0
            ? amount * room / total
            : BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(room))
                .divide(BigInteger.valueOf(total))
                .longValueExact();
    return product - product % unit;
  }

  private static long[] grown(long[] rooms, int length) {
    var grown = Arrays.copyOf(rooms, length);
    Arrays.fill(grown, rooms.length, length, Long.MAX_VALUE);
    return grown;
  }
}
