package duixian.policy.columns.code;

import duixian.policy.columns.expression.Tables;
import duixian.policy.columns.plan.Assumptions;
import duixian.policy.columns.plan.Plan;
import duixian.policy.columns.plan.Uses;
import duixian.policy.model.Award;
import duixian.policy.model.Literal;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Objects;

/// The loops of a policy, ready to run, and what they left to know about them.
public final class Kernels {
  private final Kernel kernel;
  private final Tables tables;
  private final long[] changes;
  private final KernelCode code;

  private Kernels(Kernel kernel, Tables tables, long[] changes, KernelCode code) {
    this.kernel = kernel;
    this.tables = tables;
    this.changes = changes;
    this.code = code;
  }

  /// `most`: how many parts of expressions a loop may have.
  public static Kernels of(Plan plan, Uses uses, boolean explain, int most) {
    var changes = changes(plan.policy().literals());
    var tables = new Tables(changes, most);
    var code = new KernelCode(plan, uses, tables, explain);
    return new Kernels(define(code.write()), tables, changes, code);
  }

  public Kernel kernel() {
    return kernel;
  }

  public Tables tables() {
    return tables;
  }

  /// The first days of epochs, in order.
  public long[] changes() {
    return changes;
  }

  /// The fill of part `part` of a derived value.
  public int fill(int derived, int part) {
    return code.firstFills().get(derived) + part;
  }

  /// The scale of a fill's longs.
  public long scale(int fill) {
    return code.fills().get(fill).scale();
  }

  /// Whether an award whose rows stand in order may be settled in one loop.
  public boolean settlesAtOnce(Award award) {
    return code.settlesAtOnce(award);
  }

  /// What the swift loop of an award takes for granted.
  public Assumptions assumptions(int award) {
    return code.sheets().get(award).assumptions();
  }

  public Limits limits(int award) {
    return code.sheets().get(award).limits();
  }

  /// Whether an award's rows of a year have places of their own.
  public static boolean isOrdered(Award award) {
    return AssessCode.isOrdered(award);
  }

  public static boolean isByYear(Award award) {
    return Dating.isByYear(award);
  }

  /// What the bits of an award's lack masks mean.
  public List<String> lacks(int award) {
    return code.sheets().get(award).lacks();
  }

  /// The fill of a use's outside money over yearly records.
  public int outside(int award, int use) {
    return Objects.requireNonNull(code.sheets().get(award).outside().get(use));
  }

  private static long[] changes(List<Literal> literals) {
    return literals.stream()
        .flatMap(literal -> literal.changes().stream())
        .mapToLong(change -> change.from().toEpochDay())
        .sorted()
        .distinct()
        .toArray();
  }

  private static Kernel define(byte[] bytes) {
    try {
      var lookup = MethodHandles.lookup().defineHiddenClass(bytes, true);
      return (Kernel) lookup.lookupClass().getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("generated class does not load", e);
    }
  }
}
