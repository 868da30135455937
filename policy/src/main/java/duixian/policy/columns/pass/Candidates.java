package duixian.policy.columns.pass;

import org.jspecify.annotations.Nullable;

/// What an award may have rows for: every record of its object, or pairs of record and year.
public final class Candidates {
  /// Bits of a selected position, below the state of the filter.
  public static final int POSITION = (1 << 30) - 1;

  public static final int HOLDS = 0;
  public static final int MISSING = 1;
  public static final int UNDECIDED = 2;
  public static final int EXACT = 3;

  private final int size;
  private final int @Nullable [] rows;
  private final int @Nullable [] years;

  public Candidates(int size, int @Nullable [] rows, int @Nullable [] years) {
    this.size = size;
    this.rows = rows;
    this.years = years;
  }

  public int size() {
    return size;
  }

  public int @Nullable [] rows() {
    return rows;
  }

  public int @Nullable [] years() {
    return years;
  }

  public int row(int position) {
    return rows == null ? position : rows[position];
  }
}
