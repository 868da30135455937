package duixian.bench.policy;

import java.time.LocalDate;

/// The limit: what a programmer would write by hand for just this policy, over arrays.
final class ByLoop {
  private final Claims claims;
  private final int firstDay;
  private final int[] yearOfDay;
  private final long[] used = new long[Claims.PLATFORMS * Claims.YEARS];
  private final long[] figures;
  private final long[] ceilings;

  ByLoop(Claims claims) {
    this.claims = claims;
    this.firstDay = (int) LocalDate.of(Claims.FIRST_YEAR, 1, 1).toEpochDay();
    var last = (int) LocalDate.of(Claims.FIRST_YEAR + Claims.YEARS, 1, 1).toEpochDay();
    this.yearOfDay = new int[last - firstDay];
    for (int i = 0; i < yearOfDay.length; i++) {
      yearOfDay[i] = LocalDate.ofEpochDay(firstDay + i).getYear() - Claims.FIRST_YEAR;
    }
    this.figures = new long[claims.size()];
    this.ceilings = new long[claims.size()];
  }

  /// All grants together, in fen. Every figure and ceiling is kept, as the columns keep theirs.
  long run() {
    java.util.Arrays.fill(used, 0);
    var total = 0L;
    for (int i = 0; i < figures.length; i++) {
      var figure =
          Math.multiplyExact(claims.amounts[i], Claims.RATE_NUMERATOR) / Claims.RATE_DENOMINATOR;
      var key = claims.platforms[i] * Claims.YEARS + yearOfDay[claims.days[i] - firstDay];
      var grant = Math.min(Math.min(figure, Claims.PROJECT_CAP), Claims.YEAR_CAP - used[key]);
      used[key] += grant;
      figures[i] = figure;
      ceilings[i] = grant;
      total += grant;
    }
    return total;
  }
}
