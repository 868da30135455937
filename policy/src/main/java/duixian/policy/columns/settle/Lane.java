package duixian.policy.columns.settle;

import duixian.policy.columns.pass.Sheet;
import org.jspecify.annotations.Nullable;

/// One award while it is settled: its sheet, its marks in the order in which they are asked, its
/// ceilings in the order in which they cut.
public final class Lane {
  private final Sheet sheet;
  private final int[] ownYears;
  private final boolean byYear;
  private final Mark[] marks;
  private final Ceiling[] ceilings;

  /// `recordYears` are the years of the object's records, for a sheet without years of its own.
  public Lane(Sheet sheet, int[] recordYears, boolean byYear, Mark[] marks, Ceiling[] ceilings) {
    this.sheet = sheet;
    this.ownYears = recordYears;
    this.byYear = byYear;
    this.marks = marks;
    this.ceilings = ceilings;
  }

  public Sheet sheet() {
    return sheet;
  }

  Ceiling[] ceilings() {
    return ceilings;
  }

  /// Whether rows are of a year rather than of a day.
  boolean isByYear() {
    return byYear;
  }

  public int year(int row) {
    var years = sheet.years();
    return years == null ? ownYears[sheet.row(row)] : years[row];
  }

  boolean isCandidate(int row) {
    var state = sheet.states()[row];
    return state == Sheet.PAYABLE || state >= Sheet.HELD_LACKING;
  }

  /// Every candidate, as they stand in order.
  void settleAll() {
    for (int row = 0; row < sheet.size(); row++) {
      if (isCandidate(row)) {
        settleAlone(row);
      }
    }
  }

  /// A candidate whose year nobody waits for.
  void settleAlone(int row) {
    var year = year(row);
    settle(row, year);
    close(row, year, sheet.ceilings()[row]);
  }

  /// Judges a candidate whose turn it is, of the year `year`.
  void settle(int row, int year) {
    var states = sheet.states();
    for (var mark : marks) {
      if (mark.refuses(row, year)) {
        states[row] = Sheet.INELIGIBLE;
        put(sheet.failures(), row, mark.failure());
        put(sheet.lacks(), row, 0);
        return;
      }
    }
    if (states[row] != Sheet.PAYABLE) {
      states[row] = states[row] == Sheet.HELD_LACKING ? Sheet.LACKING : Sheet.UNDETERMINED;
      return;
    }
    var amount = sheet.figures()[row];
    for (var ceiling : ceilings) {
      if (!ceiling.isProRata()) {
        amount = ceiling.cut(row, amount);
      }
    }
    take(row, amount);
    sheet.ceilings()[row] = amount;
    for (var mark : marks) {
      mark.enter(row, amount > 0);
    }
  }

  /// Uses up (or gives back, when negative) what every running ceiling counts.
  void take(int row, long amount) {
    for (var ceiling : ceilings) {
      if (!ceiling.isProRata()) {
        ceiling.take(row, amount);
      }
    }
  }

  /// The year is over; `entered` is what the row had before sharing.
  void close(int row, int year, long entered) {
    if (marks.length == 0) {
      return;
    }
    var granted = sheet.ceilings()[row] > 0;
    for (var mark : marks) {
      mark.close(row, year, entered > 0, granted);
    }
  }

  private static void put(long @Nullable [] column, int row, long value) {
    if (column != null) {
      column[row] = value;
    }
  }
}
