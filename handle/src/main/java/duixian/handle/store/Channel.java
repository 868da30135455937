package duixian.handle.store;

/// The way by which an operation reached the node; the figures of evidence are split by it.
///
/// The number is written to disk: never give one anew.
public enum Channel {
  UDP(0, "UDP"),
  TCP(1, "TCP"),
  HTTP(2, "HTTP"),
  /// HTTP batch and NDJSON stream.
  BATCH(3, "批量"),
  /// `duixian node import`.
  IMPORT(4, "导入"),
  /// Told by a self-hosting enterprise node, not registered here: a separate figure.
  REPORTED(5, "企业节点上报");

  private static final Channel[] BY_CODE = new Channel[8];

  static {
    for (var each : values()) {
      BY_CODE[each.code] = each;
    }
  }

  private final int code;
  private final String label;

  Channel(int code, String label) {
    this.code = code;
    this.label = label;
  }

  /// What a reader of a report calls it.
  public String label() {
    return label;
  }

  /// The number on disk.
  public int code() {
    return code;
  }

  /// The one with this number on disk.
  public static Channel of(int code) {
    return BY_CODE[code];
  }
}
