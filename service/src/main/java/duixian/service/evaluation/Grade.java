package duixian.service.evaluation;

/// The four grades of budget performance evaluation, from the mean completion in percent, none of
/// which counts above 100.
public enum Grade {
  EXCELLENT("优", 90),
  GOOD("良", 80),
  FAIR("中", 60),
  POOR("差", 0);

  private final String label;
  private final int least;

  Grade(String label, int least) {
    this.label = label;
    this.least = least;
  }

  public String label() {
    return label;
  }

  static Grade of(int rate) {
    for (var grade : values()) {
      if (rate >= grade.least) {
        return grade;
      }
    }
    throw new IllegalArgumentException("rate must be 0..100, was " + rate);
  }
}
