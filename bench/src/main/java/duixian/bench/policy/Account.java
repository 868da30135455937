package duixian.bench.policy;

/// What a platform has used in a year, as a bean.
public final class Account {
  private final int platform;
  private final int year;
  private long used;

  Account(int platform, int year) {
    this.platform = platform;
    this.year = year;
  }

  public int getPlatform() {
    return platform;
  }

  public int getYear() {
    return year;
  }

  public long getUsed() {
    return used;
  }

  public void setUsed(long used) {
    this.used = used;
  }
}
