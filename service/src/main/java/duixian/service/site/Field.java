package duixian.service.site;

import java.util.List;

/// An input of a form: its label, what may be typed, what stands in it, and a note below.
public record Field(
    String name,
    String label,
    Kind kind,
    String value,
    List<String> options,
    String unit,
    String note) {
  public Field {
    options = List.copyOf(options);
  }

  /// How a value is typed; a FLAG is "true", "false" or nothing.
  public enum Kind {
    TEXT,
    NUMBER,
    DAY,
    FLAG,
    CHOICE
  }

  public String id() {
    return "f-" + name;
  }
}
