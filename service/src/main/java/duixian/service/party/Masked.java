package duixian.service.party;

/// Personal data as everybody may see it.
public final class Masked {
  private static final int TAIL = 4;

  private Masked() {}

  /// `**** **** 1234`.
  public static String account(String tail) {
    return "**** **** " + tail;
  }

  /// `138****1234`.
  public static String phone(String phone) {
    return phone.length() < 11
        ? "****"
        : phone.substring(0, 3) + "****" + phone.substring(phone.length() - TAIL);
  }

  /// The first sign and stars: `张**`.
  public static String name(String name) {
    if (name.isEmpty()) {
      return "";
    }
    var first = name.offsetByCodePoints(0, 1);
    return name.substring(0, first) + "*".repeat(name.codePointCount(first, name.length()));
  }
}
