package duixian.policy.columns.settle;

import duixian.policy.columns.pass.Calendar;
import duixian.policy.columns.pass.Sheet;
import duixian.policy.facts.Table;
import java.util.List;
import java.util.function.IntConsumer;

/// Settles awards that share ceilings, together and in order.
public final class Settlement {
  private final List<Lane> lanes;
  private final List<Table> tables;
  private final Calendar calendar;
  private final Sharing sharing;

  /// `tables`: the object's table of each lane.
  public Settlement(List<Lane> lanes, List<Table> tables, Calendar calendar, Sharing sharing) {
    this.lanes = lanes;
    this.tables = tables;
    this.calendar = calendar;
    this.sharing = sharing;
  }

  /// All years at once: nothing waits for a year to be over.
  public void run() {
    if (lanes.size() == 1 && Order.isNatural(lanes.getFirst(), tables.getFirst())) {
      lanes.getFirst().settleAll();
      return;
    }
    var turns = new Order(lanes, tables, calendar).turns(0);
    for (int turn = 0; turn < turns.size(); turn++) {
      lanes.get(turns.lane(turn)).settleAlone(turns.row(turn));
    }
  }

  /// Year by year: `open` works out what the year's rows need to know of earlier years, then rows
  /// are settled and share, and `closed` is told.
  public void runByYear(IntConsumer open, Closing closed) {
    var order = new Order(lanes, tables, calendar);
    for (int year = calendar.effectiveYear(); year <= calendar.expiryYear(); year++) {
      open.accept(year);
      close(year, order.turns(year), closed);
    }
  }

  /// What is told of each row when its grant is final.
  public interface Closing {
    void granted(int lane, int row);
  }

  private void close(int year, Order.Turns turns, Closing closed) {
    var entered = new long[sharing.isNone() ? 0 : turns.size()];
    for (int turn = 0; turn < turns.size(); turn++) {
      var lane = lanes.get(turns.lane(turn));
      var row = turns.row(turn);
      lane.settle(row, year);
      if (sharing.isNone()) {
        close(turns.lane(turn), row, year, lane.sheet().ceilings()[row], closed);
      } else {
        entered[turn] = lane.sheet().ceilings()[row];
      }
    }
    sharing.share(lanes, turns);
    for (int turn = 0; turn < entered.length; turn++) {
      close(turns.lane(turn), turns.row(turn), year, entered[turn], closed);
    }
  }

  private void close(int lane, int row, int year, long entered, Closing closed) {
    var sheet = lanes.get(lane).sheet();
    lanes.get(lane).close(row, year, entered);
    if (sheet.states()[row] == Sheet.PAYABLE && sheet.ceilings()[row] > 0) {
      closed.granted(lane, row);
    }
  }
}
