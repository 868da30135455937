package duixian.service;

import duixian.policy.value.Money;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/// A service that decides claims in eight threads, says each number when it was answered, and waits
/// to be killed.
final class KilledCity {
  private KilledCity() {}

  public static void main(String[] args) throws InterruptedException {
    var city = new City(Path.of(args[0]));
    try (var threads = Executors.newFixedThreadPool(8)) {
      System.out.println("ready");
      while (true) {
        var unit = city.landed();
        var claim = city.ready(unit, city.landing(unit));
        threads.execute(() -> {
          city.proceedings.decide(claim.id(), Money.yuan(1_600_000), 2026, city.leader, "");
          synchronized (System.out) {
            System.out.println("decided " + claim.number());
          }
        });
      }
    }
  }
}
