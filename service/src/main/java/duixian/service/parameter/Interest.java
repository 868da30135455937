package duixian.service.parameter;

import duixian.policy.value.Money;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Interest on money that is claimed back: simple, for each day at that day's rate, 365 days to the
/// year.
public final class Interest {
  private static final BigInteger YEAR = BigInteger.valueOf(10_000L * 365);

  /// The name under which the rate is set.
  public static final String KEY = "追回利率";

  private final Parameters parameters;

  Interest(Parameters parameters) {
    this.parameters = parameters;
  }

  /// Days at one rate, in hundredths of a percent a year.
  public record Stretch(LocalDate from, LocalDate to, long days, long rate) {}

  /// What is owed, rounded down to the fen, and how it comes about.
  public record Owed(Money amount, List<Stretch> stretches) {
    public Owed {
      stretches = List.copyOf(stretches);
    }
  }

  /// From the day of payment (with it) to the day of recovery (without it).
  public Owed on(Money principal, LocalDate paid, LocalDate recovered) {
    var stretches = stretches(paid, recovered);
    var sum =
        stretches.stream()
            .map(stretch -> BigInteger.valueOf(stretch.days() * stretch.rate()))
            .reduce(BigInteger.ZERO, BigInteger::add)
            .multiply(BigInteger.valueOf(principal.fen()));
    return new Owed(new Money(sum.divide(YEAR).longValueExact()), stretches);
  }

  private List<Stretch> stretches(LocalDate paid, LocalDate recovered) {
    var changes =
        parameters.history(Kind.INTEREST).stream()
            .filter(setting -> setting.key().equals(KEY))
            .map(Parameters.Setting::validFrom)
            .filter(day -> day.isAfter(paid) && day.isBefore(recovered))
            .distinct()
            .toList();
    var stretches = new ArrayList<Stretch>();
    var from = paid;
    for (var change : changes) {
      stretches.add(stretch(from, change));
      from = change;
    }
    if (from.isBefore(recovered)) {
      stretches.add(stretch(from, recovered));
    }
    return stretches;
  }

  private Stretch stretch(LocalDate from, LocalDate to) {
    var rate = parameters.value(Kind.INTEREST, KEY, from).orElse(0L);
    return new Stretch(from, to, ChronoUnit.DAYS.between(from, to), rate);
  }
}
