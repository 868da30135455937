package duixian.handle.store;

/// The way by which an operation reached the node; the figures of evidence are split by it.
///
/// The order is written to disk: append, never reorder.
public enum Channel {
  UDP("UDP"),
  TCP("TCP"),
  HTTP("HTTP"),
  /// HTTP batch and NDJSON stream.
  BATCH("批量"),
  /// `duixian node import`.
  IMPORT("导入"),
  /// Told by a self-hosting enterprise node, not registered here: a separate figure.
  REPORTED("企业节点上报");

  private static final Channel[] ALL = values();

  private final String label;

  Channel(String label) {
    this.label = label;
  }

  /// What a reader of a report calls it.
  public String label() {
    return label;
  }

  /// The channel with this ordinal.
  public static Channel of(int ordinal) {
    return ALL[ordinal];
  }
}
