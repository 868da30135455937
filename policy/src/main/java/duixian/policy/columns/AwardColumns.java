package duixian.policy.columns;

import duixian.policy.columns.pass.Cell;
import duixian.policy.columns.pass.Sheet;
import duixian.policy.model.Award;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/// The rows of one award, in order of object and year.
///
/// Figures, ceilings and cuts are fen. Failures, lacks and cuts are there when the run was asked to
/// explain; asking for them otherwise throws IllegalStateException.
public final class AwardColumns {
  public static final byte PAYABLE = Sheet.PAYABLE;
  public static final byte INELIGIBLE = Sheet.INELIGIBLE;
  public static final byte LACKING = Sheet.LACKING;
  public static final byte UNDETERMINED = Sheet.UNDETERMINED;

  private final Award award;
  private final IntUnaryOperator yearOf;
  private final Sheet sheet;
  private final int @Nullable [] order;
  private final List<String> lackNames;
  private final List<String> ceilingNames;
  private final List<Integer> ceilingSlots;

  AwardColumns(
      Award award,
      IntUnaryOperator yearOf,
      Sheet sheet,
      int @Nullable [] order,
      List<String> lackNames,
      List<String> ceilingNames,
      List<Integer> ceilingSlots) {
    this.award = award;
    this.yearOf = yearOf;
    this.sheet = sheet;
    this.order = order;
    this.lackNames = List.copyOf(lackNames);
    this.ceilingNames = List.copyOf(ceilingNames);
    this.ceilingSlots = List.copyOf(ceilingSlots);
  }

  Sheet sheet() {
    return sheet;
  }

  public Award award() {
    return award;
  }

  public int size() {
    return sheet.size();
  }

  /// The row of the object's table.
  public int object(int i) {
    return sheet.row(at(i));
  }

  public int year(int i) {
    var years = sheet.years();
    return years == null ? yearOf.applyAsInt(object(i)) : years[at(i)];
  }

  /// [#PAYABLE], [#INELIGIBLE], [#LACKING] or [#UNDETERMINED].
  public byte state(int i) {
    return sheet.states()[at(i)];
  }

  /// The formula's figure; 0 on a row that is not payable.
  public long figure(int i) {
    return state(i) == PAYABLE ? sheet.figures()[at(i)] : 0;
  }

  /// The most that may be granted; 0 on a row that is not payable.
  public long ceiling(int i) {
    return sheet.ceilings()[at(i)];
  }

  /// Why a row is 不符合: bit n is the n-th condition; see [#failure] for the others.
  public long failures(int i) {
    return explained(sheet.failures())[at(i)];
  }

  /// Whether a row is 不符合 for a reason beside its conditions: a bit of [Failure].
  public boolean failure(int i, long reason) {
    return (failures(i) & reason) != 0;
  }

  /// What a row of 缺事实 lacks: bit n is the n-th of [#lackNames].
  public long lacks(int i) {
    return explained(sheet.lacks())[at(i)] & ~(Cell.UNDECIDED_BIT | Cell.UNUSABLE_BIT);
  }

  public List<String> lackNames() {
    return lackNames;
  }

  /// 上限 in order, then 限额 in the order of the text.
  public List<String> ceilingNames() {
    return ceilingNames;
  }

  /// What the ceiling of that position cut from a row.
  public long cut(int ceiling, int i) {
    return explained(sheet.cuts(ceilingSlots.get(ceiling)))[at(i)];
  }

  /// All ceilings together. Throws ArithmeticException when no long holds it.
  public long total() {
    return sheet.total();
  }

  private int at(int i) {
    return order == null ? i : order[i];
  }

  private static <T> T explained(@Nullable T column) {
    if (column == null) {
      throw new IllegalStateException("the run was not asked to explain");
    }
    return Objects.requireNonNull(column);
  }
}
