package duixian.service.database;

/// Patterns of SQL's LIKE for texts that people typed.
public final class Like {
  private Like() {}

  /// Whatever holds the text, each of its characters standing for itself.
  public static String part(String text) {
    return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }
}
