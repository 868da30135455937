package duixian.handle.store;

/// What became of a [Change]. The number is written to disk: never give one anew.
public enum Outcome {
  CREATED(0),
  /// Create refused: the identifier is there.
  EXISTS(1),
  REPLACED(2),
  DELETED(3),
  /// Replace or delete refused: the identifier is not there.
  ABSENT(4),
  /// Replace or delete refused: somebody else changed it since it was read. Read again and retry.
  CONFLICT(5),
  /// The idempotency key was used before for a different change.
  KEY_REUSED(6),
  /// Nothing was written and nothing will be until the cause is mended: see [Store#trouble()].
  UNAVAILABLE(7),
  /// Nothing was written: too many changes wait. Retry in a moment.
  BUSY(8);

  private static final Outcome[] BY_CODE = new Outcome[16];

  static {
    for (var each : values()) {
      BY_CODE[each.code] = each;
    }
  }

  private final int code;

  Outcome(int code) {
    this.code = code;
  }

  /// The number on disk.
  public int code() {
    return code;
  }

  /// The one with this number on disk.
  public static Outcome of(int code) {
    return BY_CODE[code];
  }
}
