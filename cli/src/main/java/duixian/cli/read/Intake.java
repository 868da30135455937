package duixian.cli.read;

import duixian.policy.facts.Facts;
import duixian.policy.facts.Problems;
import java.util.List;

/// What became of the files: facts, or what is wrong with them.
public sealed interface Intake {
  record Complete(Facts facts) implements Intake {}

  /// One line for each problem, the first of them at least.
  record Refused(List<String> complaints) implements Intake {
    public Refused {
      complaints = List.copyOf(complaints);
    }

    static Refused of(Problems problems) {
      return new Refused(problems.lines());
    }
  }
}
