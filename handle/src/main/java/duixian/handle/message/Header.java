package duixian.handle.message;

import duixian.handle.value.Input;
import duixian.handle.value.Output;

/// The 24 bytes in front of a body (RFC 3652, section 2.2.1).
///
/// `operation` and `result` stay numbers, for there are more of them in the world than in
/// [Operation] and [Result]. `expiration` is a moment in seconds since 1970; `siteSerial` is
/// unsigned, 65535 unknown.
public record Header(
    int operation,
    int result,
    int flags,
    int siteSerial,
    int recursion,
    byte reserved,
    int expiration,
    int bodyLength) {
  public static final int SIZE = 24;

  public static final int AUTHORITATIVE = 1 << 31;
  public static final int CERTIFY = 1 << 30;
  public static final int ENCRYPT = 1 << 29;
  public static final int RECURSIVE = 1 << 28;
  public static final int CACHE_CERTIFY = 1 << 27;
  public static final int CONTINUOUS = 1 << 26;
  public static final int KEEP_ALIVE = 1 << 25;
  public static final int PUBLIC_ONLY = 1 << 24;
  public static final int RETURN_DIGEST = 1 << 23;
  public static final int OVERWRITE = 1 << 22;
  public static final int MINT_SUFFIX = 1 << 21;
  public static final int DO_NOT_REFER = 1 << 20;

  public static final int NO_SERIAL = 0xffff;

  public static Header request(Operation operation, int flags) {
    return new Header(operation.code(), 0, flags, NO_SERIAL, 0, (byte) 0, 0, 0);
  }

  public boolean has(int flag) {
    return (flags & flag) != 0;
  }

  Header with(int more) {
    return new Header(
        operation, result, flags | more, siteSerial, recursion, reserved, expiration, bodyLength);
  }

  Header withResult(int other) {
    return new Header(
        operation, other, flags, siteSerial, recursion, reserved, expiration, bodyLength);
  }

  Header expiring(int seconds) {
    return new Header(
        operation, result, flags, siteSerial, recursion, reserved, seconds, bodyLength);
  }

  Header withBody(int length) {
    return new Header(
        operation, result, flags, siteSerial, recursion, reserved, expiration, length);
  }

  public static Header read(Input in) {
    return new Header(
        in.int4(), in.int4(), in.int4(), in.int2(), in.int1(), in.int1(), in.int4(), in.int4());
  }

  public void write(Output out) {
    out.int4(operation).int4(result).int4(flags).int2(siteSerial);
    out.int1(recursion).int1(reserved).int4(expiration).int4(bodyLength);
  }
}
