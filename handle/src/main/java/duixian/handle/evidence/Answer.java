package duixian.handle.evidence;

/// How a request that changes nothing ended. Only [#RESOLVED] is a resolution in the sense of
/// article six; all else is counted apart. The order is written to disk: append, never reorder.
public enum Answer {
  /// Values were given to an outside client.
  RESOLVED("解析成功"),
  /// The identifier is not there.
  MISS("标识不存在"),
  /// The identifier is there, none of the asked values may be shown.
  NO_VALUES("无可见取值"),
  /// Sent on to the node of a self-hosting enterprise.
  REFERRED("转介企业节点"),
  /// Resolve of `0`.
  HEARTBEAT("心跳"),
  SITE_INFO("站点信息"),
  LISTED("列举"),
  /// Challenge, response, login, session.
  SIGN_IN("鉴权"),
  /// Refused before the store was asked: rights, quota, template, rate, size.
  REFUSED("拒绝"),
  /// Bytes that are no message.
  MALFORMED("报文错误"),
  /// Our own probes and the monitoring of the site.
  MONITORING("自测与监测");

  private final String label;

  Answer(String label) {
    this.label = label;
  }

  /// What a reader of a report calls it.
  public String label() {
    return label;
  }
}
