package duixian.service.access;

import duixian.service.site.Attempts;
import java.time.Clock;
import java.time.Duration;

/// Counts failed sign-ins: five for an account from an address, or thirty from an address, within
/// five minutes, and then that address waits.
final class SignInAttempts {
  static final int PER_ACCOUNT = 5;
  static final int PER_ADDRESS = 30;
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final Attempts failures;

  SignInAttempts(Clock clock) {
    failures = new Attempts(clock, WINDOW);
  }

  boolean isBlocked(String account, String address) {
    return failures.count(account + "@" + address) >= PER_ACCOUNT
        || failures.count(address) >= PER_ADDRESS;
  }

  void failed(String account, String address) {
    failures.add(account + "@" + address);
    failures.add(address);
  }

  void succeeded(String account, String address) {
    failures.forget(account + "@" + address);
  }
}
