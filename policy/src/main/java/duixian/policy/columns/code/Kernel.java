package duixian.policy.columns.code;

import duixian.policy.columns.pass.Candidates;
import duixian.policy.columns.pass.Frame;
import duixian.policy.columns.pass.Sheet;

/// The loops of a policy; the one subclass is generated.
public abstract class Kernel {
  /// Stores an expression's value for rows `from` until `to` of its entity, states as of `Cell`.
  public abstract void fill(
      int loop, Frame frame, long[] out, int from, int to, int rank, int epoch);

  /// Appends the candidates that the award's filter lets through, or cannot decide on, and answers
  /// how many: a position, with the state in the two highest bits.
  public abstract int select(
      int award, Frame frame, Candidates candidates, int[] out, int from, int to);

  /// Works out rows `from` until `to` of the award's sheet, up to the running ceilings.
  public abstract void assess(int award, Frame frame, Sheet sheet, int from, int to);

  /// Works out and settles rows from `from` on, as they stand. Answers the first row that it left
  /// to the exact way, `to` when there is none. Only for an award that settles at once.
  public abstract int settle(int award, Frame frame, Sheet sheet, int from, int to);

  /// The same under the award's assumptions.
  public abstract int settleSwiftly(int award, Frame frame, Sheet sheet, int from, int to);
}
