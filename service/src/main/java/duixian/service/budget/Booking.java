package duixian.service.budget;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// So much on one account. `most` is the bound as the facts of the claim make it; null when the
/// account has a bound of its own (a budget).
public record Booking(Kind kind, String name, String key, long amount, @Nullable Long most) {
  /// All bookings take their accounts in this order, so that no two wait for each other.
  static final Comparator<Booking> ORDER =
      Comparator.comparing(Booking::kind).thenComparing(Booking::name).thenComparing(Booking::key);

  public Booking {
    if (amount < 0) {
      throw new IllegalArgumentException("amount must not be negative, was " + amount);
    }
  }

  /// What an account counts: fen of a cap, places, fen of a year's budget, fen of a funding source.
  public enum Kind {
    CAP("cap"),
    PLACES("places"),
    BUDGET("budget"),
    SOURCE("source");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }

    static Kind parse(String code) {
      for (var kind : values()) {
        if (kind.code.equals(code)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no kind of account " + code);
    }
  }
}
