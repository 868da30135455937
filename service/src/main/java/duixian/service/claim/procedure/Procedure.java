package duixian.service.claim.procedure;

import java.util.List;
import java.util.Optional;

/// The steps and transitions that claims of an award follow, as the tables say.
public record Procedure(String id, String name, List<Step> steps, List<Transition> transitions) {
  public Procedure {
    steps = List.copyOf(steps);
    transitions = List.copyOf(transitions);
  }

  /// Throws IllegalArgumentException for a step of another procedure.
  public Step step(String name) {
    return steps.stream()
        .filter(step -> step.step().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no step " + name + " in " + id));
  }

  public Step first() {
    return steps.getFirst();
  }

  public List<Transition> from(String step) {
    return transitions.stream().filter(one -> one.step().equals(step)).toList();
  }

  public Optional<Transition> transition(String step, String act) {
    return from(step).stream().filter(one -> one.act().equals(act)).findFirst();
  }
}
