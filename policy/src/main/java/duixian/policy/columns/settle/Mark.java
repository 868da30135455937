package duixian.policy.columns.settle;

import duixian.policy.columns.pass.Failure;
import duixian.policy.columns.pass.Sheet;
import duixian.policy.columns.plan.Use;
import org.jspecify.annotations.Nullable;

/// A term, a single grant or a number of places, as one award's rows meet it.
public final class Mark {
  private final Use.Kind kind;
  private final int @Nullable [] keys;
  private final long @Nullable [] limits;
  private final long fixed;
  private final Tally tally;

  public Mark(Use use, Sheet sheet, long fixed, Tally tally) {
    this.kind = use.kind();
    this.keys = sheet.keys(use.slot());
    this.limits = sheet.limits(use.slot());
    this.fixed = fixed;
    this.tally = tally;
  }

  long failure() {
    return switch (kind) {
      case TERM -> Failure.TERM;
      case CAP_TERM -> Failure.CAP_TERM;
      case ONCE -> Failure.ONCE;
      case QUOTA -> Failure.QUOTA;
      case LIMIT, CAP -> 0;
    };
  }

  boolean refuses(int row, int year) {
    var key = key(row);
    if (key < 0) {
      return false;
    }
    var used = tally.used()[key];
    return switch (kind) {
      case TERM, CAP_TERM -> used != 0 && year >= used + limit(row);
      case ONCE -> used != 0;
      case QUOTA -> used >= limit(row);
      case LIMIT, CAP -> false;
    };
  }

  /// The row is payable: it takes its place, and a single grant above zero.
  void enter(int row, boolean granted) {
    var key = key(row);
    if (key >= 0 && (kind == Use.Kind.QUOTA || (kind == Use.Kind.ONCE && granted))) {
      tally.used()[key]++;
    }
  }

  /// The year is over: a grant starts the term, a grant that sharing cut to nothing was none.
  void close(int row, int year, boolean entered, boolean granted) {
    var key = key(row);
    if (key < 0) {
      return;
    }
    var used = tally.used();
    if (granted && (kind == Use.Kind.TERM || kind == Use.Kind.CAP_TERM) && used[key] == 0) {
      used[key] = year;
    } else if (kind == Use.Kind.ONCE && entered && !granted) {
      used[key] = 0;
    }
  }

  private int key(int row) {
    return keys == null ? -1 : keys[row];
  }

  private long limit(int row) {
    return limits == null ? fixed : limits[row];
  }
}
