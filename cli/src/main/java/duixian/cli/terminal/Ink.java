package duixian.cli.terminal;

/// The few colours that carry a meaning; never the only sign of it.
public enum Ink {
  HEADING("1"),
  GOOD("32"),
  BAD("31"),
  OPEN("33"),
  FAINT("2");

  private final String code;

  Ink(String code) {
    this.code = code;
  }

  String around(String text) {
    return "\u001B[" + code + "m" + text + "\u001B[0m";
  }
}
