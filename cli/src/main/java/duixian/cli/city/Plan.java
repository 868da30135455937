package duixian.cli.city;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// How large a city to make up: platforms of both kinds together, enterprises that transform, and
/// the seed from which everything else follows.
public record Plan(int platforms, int enterprises, long seed) {
  private static final int BENCHMARKS = 3;
  private static final int FIRST_YEAR = 2021;

  public Plan {
    if (platforms < 1 || enterprises < 1) {
      throw new IllegalArgumentException(
          "a city needs platforms and enterprises, got " + platforms + " and " + enterprises);
    }
  }

  /// The first three are benchmark platforms; all start between 2021 and 2023, the benchmarks
  /// first.
  List<Platform> all() {
    var all = new ArrayList<Platform>();
    for (int i = 0; i < platforms; i++) {
      var isBenchmark = i < BENCHMARKS;
      var number = isBenchmark ? i + 1 : i + 1 - BENCHMARKS;
      var id = (isBenchmark ? "B%02d" : "M%02d").formatted(number);
      var first = FIRST_YEAR + (isBenchmark ? i % 2 : i % 3);
      all.add(new Platform(id, i, isBenchmark, !isBenchmark && number % 5 == 1, first));
    }
    return all;
  }

  List<Platform> benchmarks() {
    return all().stream().filter(Platform::isBenchmark).toList();
  }

  List<Platform> municipals() {
    return all().stream().filter(platform -> !platform.isBenchmark()).toList();
  }

  /// A source of chance of its own for each file, so that a change in one leaves the others alone.
  SplittableRandom chance(String file) {
    return new SplittableRandom(seed * 1_000_003 + file.hashCode());
  }

  /// `index` counts from 0 over both kinds; `first` is the year in which the platform starts.
  record Platform(String id, int index, boolean isBenchmark, boolean isNode, int first) {}
}
