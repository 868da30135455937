package duixian.policy.trace;

import java.util.List;

/// One step of a computation: what it is called, what came out, what it rests on, and the steps
/// below it.
public record Explanation(String label, String value, Basis basis, List<Explanation> parts) {
  public Explanation {
    parts = List.copyOf(parts);
  }

  /// What a step rests on.
  public sealed interface Basis {}

  /// The step follows from its parts.
  public record Derived() implements Basis {}

  /// A clause of the policy, with the place of its words in the literate text.
  public record Clause(String clause, String place) implements Basis {}

  /// A number of the law: its id and the words that hold it (empty for a reading).
  public record OfLaw(String literal, String quote) implements Basis {}

  /// A fact: the record, the field, and where it was read.
  public record OfFact(String record, String field, String origin) implements Basis {}

  /// A fact that is missing or cannot be used, and why.
  public record Absent(String why) implements Basis {}

  /// The choice that the run takes at an interpretation point.
  public record ByReading(String reading, String choice) implements Basis {}

  /// A cap: what was used before this row (empty when no rivals were counted), and the amount cut
  /// (empty when nothing was); both as money text.
  public record ByCap(String cap, String usedBefore, String cut) implements Basis {}
}
