package duixian.handle.store;

/// What a [Change] did, as it is counted and logged. The number is written to disk: never give one
/// anew.
public enum Event {
  /// First creation ever: the one that counts as a new registration.
  CREATED(0, "新增注册"),
  /// Created again after a deletion.
  RECREATED(1, "删除后重建"),
  REPLACED(2, "修改"),
  DELETED(3, "删除"),
  /// A create that found the identifier there.
  DUPLICATE(4, "重复注册"),
  /// The same idempotency key again: the first answer was repeated.
  REPLAYED(5, "重试"),
  /// Absent, changed by somebody else, or the idempotency key used for something else.
  REFUSED(6, "变更未成");

  private static final Event[] BY_CODE = new Event[8];

  static {
    for (var each : values()) {
      BY_CODE[each.code] = each;
    }
  }

  private final int code;
  private final String label;

  Event(int code, String label) {
    this.code = code;
    this.label = label;
  }

  /// What a reader of a report calls it.
  public String label() {
    return label;
  }

  /// Whether the store holds something else than before.
  public boolean changes() {
    return compareTo(DUPLICATE) < 0;
  }

  /// The number on disk.
  public int code() {
    return code;
  }

  /// The one with this number on disk.
  public static Event of(int code) {
    return BY_CODE[code];
  }
}
