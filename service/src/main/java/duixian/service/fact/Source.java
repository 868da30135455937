package duixian.service.fact;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a fact comes from. Only what is measured or recognised pays without an application.
public enum Source {
  MEASURED("实测"),
  RECOGNISED("认定"),
  DOCUMENTED("凭证"),
  DECLARED("申报");

  private final String label;

  Source(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /// By its Chinese name; empty for another word.
  public static Optional<Source> labelled(String label) {
    return Stream.of(values()).filter(source -> source.label.equals(label)).findFirst();
  }

  /// As it stands in the database.
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Source parse(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
