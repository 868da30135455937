package duixian.handle.message;

import org.jspecify.annotations.Nullable;

/// What a client may ask; the numbers of RFC 3652 and, from 2001 on, of the Chinese dialect.
public enum Operation {
  RESOLVE(1),
  SITE_INFO(2),
  CREATE(100),
  DELETE(101),
  ADD(102),
  REMOVE(103),
  MODIFY(104),
  LIST(105),
  ANSWER_CHALLENGE(200),
  VERIFY_ANSWER(201),
  LIST_PREFIXES(302),
  SESSION_SETUP(400),
  SESSION_END(401),
  SESSION_KEY(402),
  LOGIN(2001);

  private final int code;

  Operation(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  public boolean is(Header header) {
    return header.operation() == code;
  }

  public static @Nullable Operation of(int code) {
    for (var operation : values()) {
      if (operation.code == code) {
        return operation;
      }
    }
    return null;
  }
}
