package duixian.policy.eval.bounds;

import duixian.policy.eval.expression.Value;
import duixian.policy.model.Type;
import duixian.policy.value.Rational;
import java.util.Objects;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/// What a value may still become once the missing facts are there.
public sealed interface Possible {
  /// Not supplied and never to be (no earlier grant): 如没有则 passes it by.
  record Nothing() implements Possible {}

  /// A number between two bounds; null is no bound.
  record Between(@Nullable Rational least, @Nullable Rational most) implements Possible {
    public Between plus(Between other) {
      return new Between(
          bound(least, other.least, Rational::plus), bound(most, other.most, Rational::plus));
    }
  }

  /// Whether it may be true, and whether it may be false.
  record Truth(boolean mayHold, boolean mayFail) implements Possible {
    Truth negated() {
      return new Truth(/* mayHold= */ mayFail, /* mayFail= */ mayHold);
    }
  }

  /// Anything else: a known day, word or record, or any (null).
  record Thing(Value.@Nullable Known known) implements Possible {}

  static Possible exactly(Value.Known value) {
    return switch (value) {
      case Value.Amount(var number) -> new Between(number, number);
      case Value.Flag(var holds) -> new Truth(holds, !holds);
      case Value.Day _, Value.Word _, Value.Referred _, Value.Code _ -> new Thing(value);
    };
  }

  /// A fact that nobody supplied: an amount is at least zero.
  static Possible fact(Type type) {
    return type instanceof Type.Amount ? new Between(Rational.ZERO, null) : any(type);
  }

  static Possible any(Type type) {
    return switch (type) {
      case Type.Amount _ -> new Between(null, null);
      case Type.Flag _ -> new Truth(true, true);
      case Type.Day _, Type.Choice _, Type.Reference _ -> new Thing(null);
    };
  }

  /// One or the other.
  default Possible or(Possible other) {
    return switch (this) {
      case Nothing _ -> other;
      case Between(var least, var most) ->
          other instanceof Between(var otherLeast, var otherMost)
              ? new Between(
                  bound(least, otherLeast, Rational::min), bound(most, otherMost, Rational::max))
              : this;
      case Truth(var holds, var fails) ->
          other instanceof Truth(var otherHolds, var otherFails)
              ? new Truth(holds || otherHolds, fails || otherFails)
              : this;
      case Thing(var known) ->
          other instanceof Thing(var otherKnown) && !Objects.equals(known, otherKnown)
              ? new Thing(null)
              : this;
    };
  }

  /// Of two bounds, with no bound winning.
  static @Nullable Rational bound(
      @Nullable Rational a, @Nullable Rational b, BinaryOperator<Rational> choose) {
    return a == null || b == null ? null : choose.apply(a, b);
  }

  default boolean mayHold() {
    return truth().mayHold;
  }

  default boolean mayFail() {
    return truth().mayFail;
  }

  /// As a truth; open where it is none.
  default Truth truth() {
    return this instanceof Truth truth ? truth : new Truth(true, true);
  }

  /// As numbers; unbounded where it is none.
  default Between numbers() {
    return this instanceof Between between ? between : new Between(null, null);
  }
}
