package duixian.handle.message;

import org.jspecify.annotations.Nullable;

/// How a request ended; the numbers of RFC 3652, 407 and 408 of the Chinese login, 603–605 of
/// quotas.
public enum Result {
  SUCCESS(1, "成功"),
  ERROR(2, "节点内部错误"),
  BUSY(3, "节点繁忙，请稍后重试"),
  PROTOCOL_ERROR(4, "报文格式错误"),
  NOT_SUPPORTED(5, "不支持该操作"),
  HANDLE_NOT_FOUND(100, "标识不存在"),
  HANDLE_EXISTS(101, "标识已存在"),
  INVALID_HANDLE(102, "标识格式不正确"),
  VALUES_NOT_FOUND(200, "标识值不存在"),
  VALUE_EXISTS(201, "标识值已存在"),
  INVALID_VALUE(202, "标识值不正确"),
  NOT_RESPONSIBLE(301, "本节点不负责该前缀"),
  SERVICE_REFERRAL(302, "请转向企业节点"),
  PREFIX_REFERRAL(303, "请转向前缀所在节点"),
  INVALID_ADMIN(400, "管理员不存在"),
  NO_PERMISSION(401, "没有权限"),
  AUTHENTICATION_NEEDED(402, "需要身份认证"),
  AUTHENTICATION_FAILED(403, "身份认证失败"),
  INVALID_CREDENTIAL(404, "认证信息无效"),
  AUTHENTICATION_TIMEOUT(405, "认证超时"),
  AUTHENTICATION_ERROR(406, "认证出错"),
  LOGGED_IN_ALREADY(407, "该连接已登录"),
  LOGIN_FIRST(408, "请先登录"),
  SESSION_TIMEOUT(500, "会话已过期"),
  SESSION_FAILED(501, "会话建立失败"),
  INVALID_SESSION_KEY(502, "会话密钥无效"),
  INVALID_SESSION_SETUP(504, "会话请求不正确"),
  SESSION_REJECTED(505, "会话报文被拒绝"),
  /// The prefix has registered as many identifiers as it was allotted.
  QUOTA_EXHAUSTED(603, "前缀的注册配额已用完"),
  /// The prefix is not (or no longer) allotted to an enterprise.
  PREFIX_NOT_ALLOTTED(604, "前缀未分配或已停用"),
  /// More requests in a second than this source or prefix may send.
  RATE_EXCEEDED(605, "请求过于频繁");

  private final int code;
  private final String sentence;

  Result(int code, String sentence) {
    this.code = code;
    this.sentence = sentence;
  }

  public int code() {
    return code;
  }

  /// What a user reads when the answer says no more.
  public String sentence() {
    return sentence;
  }

  /// The nearest number of RFC 3652 for a client that does not know the Chinese dialect.
  public Result usual() {
    return switch (this) {
      case LOGGED_IN_ALREADY -> AUTHENTICATION_ERROR;
      case LOGIN_FIRST -> AUTHENTICATION_NEEDED;
      case QUOTA_EXHAUSTED -> NO_PERMISSION;
      case PREFIX_NOT_ALLOTTED -> NOT_RESPONSIBLE;
      case RATE_EXCEEDED -> BUSY;
      default -> this;
    };
  }

  public boolean is(Header header) {
    return header.result() == code;
  }

  public static @Nullable Result of(int code) {
    for (var result : values()) {
      if (result.code == code) {
        return result;
      }
    }
    return null;
  }
}
