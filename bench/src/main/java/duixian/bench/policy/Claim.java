package duixian.bench.policy;

/// A claim as a bean, for the rules.
public final class Claim {
  private final int platform;
  private final int year;
  private final long amount;
  private long granted = -1;

  Claim(int platform, int year, long amount) {
    this.platform = platform;
    this.year = year;
    this.amount = amount;
  }

  public int getPlatform() {
    return platform;
  }

  public int getYear() {
    return year;
  }

  public long getAmount() {
    return amount;
  }

  public long getGranted() {
    return granted;
  }

  public void setGranted(long granted) {
    this.granted = granted;
  }
}
