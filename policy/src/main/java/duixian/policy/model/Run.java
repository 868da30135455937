package duixian.policy.model;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a run pins: the day of assessment and the choice at each switch (reading name → position
/// among its choices).
public record Run(Policy policy, LocalDate day, Map<String, Integer> choices) {
  public Run {
    choices = Map.copyOf(choices);
  }

  /// Every switch as the policy takes it.
  public static Run of(Policy policy, LocalDate day) {
    var choices = new LinkedHashMap<String, Integer>();
    for (var reading : policy.readings()) {
      if (reading.isSwitch()) {
        choices.put(reading.name(), reading.taken());
      }
    }
    return new Run(policy, day, choices);
  }

  /// The same run with another choice; throws IllegalArgumentException for an unknown reading or
  /// choice.
  public Run choosing(String name, String choice) {
    var reading = policy.reading(name);
    if (reading == null || !reading.choices().contains(choice)) {
      throw new IllegalArgumentException("no choice " + choice + " at reading " + name);
    }
    var changed = new LinkedHashMap<>(choices);
    changed.put(name, reading.choices().indexOf(choice));
    return new Run(policy, day, changed);
  }

  public int choice(Reading reading) {
    return choices.getOrDefault(reading.name(), reading.taken());
  }
}
