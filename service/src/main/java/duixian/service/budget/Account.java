package duixian.service.budget;

import org.jspecify.annotations.Nullable;

/// The state of one account: fen, or places. `bound` null: unbounded.
public record Account(
    long id,
    String kind,
    String name,
    String key,
    @Nullable Long bound,
    long reserved,
    long settled) {
  public Booking.Kind accountKind() {
    return Booking.Kind.parse(kind);
  }

  public long used() {
    return reserved + settled;
  }

  /// What can still be booked; Long.MAX_VALUE when unbounded.
  public long left() {
    return bound == null ? Long.MAX_VALUE : bound - used();
  }
}
