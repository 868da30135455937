package duixian.handle.evidence;

/// How a request that changes nothing ended. Only [#RESOLVED] is a resolution in the sense of
/// article six; all else is counted apart. The number is written to disk: never give one anew.
public enum Answer {
  /// Values were given to an outside client.
  RESOLVED(0, "解析成功"),
  /// The identifier is not there.
  MISS(1, "标识不存在"),
  /// The identifier is there, none of the asked values may be shown.
  NO_VALUES(2, "无可见取值"),
  /// Sent on to the node of a self-hosting enterprise.
  REFERRED(3, "转介企业节点"),
  /// Resolve of `0`.
  HEARTBEAT(4, "心跳"),
  SITE_INFO(5, "站点信息"),
  LISTED(6, "列举"),
  /// Challenge, response, login, session.
  SIGN_IN(7, "鉴权"),
  /// Refused before the store was asked: rights, quota, template, rate, size.
  REFUSED(8, "拒绝"),
  /// Bytes that are no message.
  MALFORMED(9, "报文错误"),
  /// Our own probes and the monitoring of the site.
  MONITORING(10, "自测与监测");

  private static final Answer[] BY_CODE = new Answer[16];

  static {
    for (var each : values()) {
      BY_CODE[each.code] = each;
    }
  }

  private final int code;
  private final String label;

  Answer(int code, String label) {
    this.code = code;
    this.label = label;
  }

  /// What a reader of a report calls it.
  public String label() {
    return label;
  }

  /// Whether it may count as a resolution, so that its source is watched for bursts.
  boolean counts() {
    return this == RESOLVED;
  }

  /// The number on disk.
  public int code() {
    return code;
  }

  /// The one with this number on disk.
  public static Answer of(int code) {
    return BY_CODE[code];
  }
}
