package duixian.policy.columns.derive;

import duixian.policy.columns.pass.Calendar;
import duixian.policy.columns.pass.Candidates;
import duixian.policy.columns.pass.Frame;
import duixian.policy.columns.plan.Plan;
import duixian.policy.model.Award;
import java.util.BitSet;

/// The objects of an award before its filter: every record, or a record in each year that its
/// yearly children have.
public final class Claimants {
  private final Frame frame;
  private final Calendar calendar;
  private final Award award;
  private final int years;

  private Claimants(Frame frame, Award award) {
    this.frame = frame;
    this.calendar = frame.calendar();
    this.award = award;
    this.years = calendar.slots() - 1;
  }

  public static Candidates of(Award award, Frame frame, Plan plan) {
    if (!award.rowPerYear()) {
      return new Candidates(frame.size(award.object().index()), null, null);
    }
    var objects = new Claimants(frame, award);
    var seen = new BitSet();
    plan.gathered(award).forEach(gathered -> objects.note(gathered, seen));
    return objects.pairs(seen);
  }

  /// Marks the years of the object's children, or of its ancestor's.
  private void note(Plan.Gathered gathered, BitSet seen) {
    var owner = award.object().ancestor(gathered.up());
    var children = gathered.children();
    var steps = children.stepsTo(owner);
    var ofOwner = gathered.up() == 0 ? seen : new BitSet();
    var table = frame.facts().table(children);
    for (int row = 0; row < table.size(); row++) {
      var at = frame.ancestor(children.index(), row, steps);
      ofOwner.set(at * years + calendar.rank(table.year(row)));
    }
    for (int row = 0; gathered.up() > 0 && row < frame.size(award.object().index()); row++) {
      var at = frame.ancestor(award.object().index(), row, gathered.up()) * years;
      for (int year = 0; year < years; year++) {
        seen.set(row * years + year, seen.get(row * years + year) || ofOwner.get(at + year));
      }
    }
  }

  private Candidates pairs(BitSet seen) {
    var rows = new int[seen.cardinality()];
    var yearsOf = new int[rows.length];
    var bit = -1;
    for (int i = 0; i < rows.length; i++) {
      bit = seen.nextSetBit(bit + 1);
      rows[i] = bit / years;
      yearsOf[i] = calendar.year(bit % years);
    }
    return new Candidates(rows.length, rows, yearsOf);
  }
}
