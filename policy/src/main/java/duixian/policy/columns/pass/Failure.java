package duixian.policy.columns.pass;

/// Why a row is 不符合: a bit for each condition in order, and these.
public final class Failure {
  /// Further conditions share this bit.
  public static final int LAST_CONDITION = 47;

  public static final long OVER = 1L << 48;
  public static final long NOT_YET = 1L << 49;
  public static final long BEFORE_EFFECTIVE = 1L << 50;
  public static final long AFTER_EXPIRY = 1L << 51;
  public static final long AFTER_ASSESSMENT = 1L << 52;
  public static final long TERM = 1L << 53;
  public static final long CAP_TERM = 1L << 54;
  public static final long ONCE = 1L << 55;
  public static final long QUOTA = 1L << 56;

  private Failure() {}

  public static long condition(int number) {
    return 1L << Math.min(number, LAST_CONDITION);
  }
}
