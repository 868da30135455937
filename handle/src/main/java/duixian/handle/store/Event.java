package duixian.handle.store;

/// What a [Change] did, as it is counted and logged. The order is written to disk: append, never
/// reorder.
public enum Event {
  /// First creation ever: the one that counts as a new registration.
  CREATED("新增注册"),
  /// Created again after a deletion.
  RECREATED("删除后重建"),
  REPLACED("修改"),
  DELETED("删除"),
  /// A create that found the identifier there.
  DUPLICATE("重复注册"),
  /// The same idempotency key again: the first answer was repeated.
  REPLAYED("重试"),
  /// Absent, changed by somebody else, or the idempotency key used for something else.
  REFUSED("变更未成");

  private static final Event[] ALL = values();

  private final String label;

  Event(String label) {
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

  /// The event with this ordinal.
  public static Event of(int ordinal) {
    return ALL[ordinal];
  }
}
