package duixian.service.payment;

/// Cells of CSV files. A spreadsheet must never take one for a formula.
final class Cells {
  private Cells() {}

  static String csv(String text) {
    var guarded = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return guarded.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? '"' + guarded.replace("\"", "\"\"") + '"'
        : guarded;
  }
}
