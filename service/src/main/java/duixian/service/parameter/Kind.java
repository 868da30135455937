package duixian.service.parameter;

import java.util.Locale;

/// What a figure means, in which unit, and between which bounds.
public enum Kind {
  LIMIT("办理时限", "天", 1, 365),
  INTEREST("追回利率", "‱（每年）", 0, 2400);

  private final String label;
  private final String unit;
  private final long least;
  private final long most;

  Kind(String label, String unit, long least, long most) {
    this.label = label;
    this.unit = unit;
    this.least = least;
    this.most = most;
  }

  public String label() {
    return label;
  }

  public String unit() {
    return unit;
  }

  public boolean allows(long value) {
    return value >= least && value <= most;
  }

  /// The sentence for a value that is not allowed.
  public String bounds() {
    return "%s应在 %d 到 %d %s之间".formatted(label, least, most, unit);
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
