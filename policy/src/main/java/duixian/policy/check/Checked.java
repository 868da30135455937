package duixian.policy.check;

import duixian.policy.model.Policy;
import duixian.policy.syntax.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a check yields: the policy (null when a diagnostic is an error) and its worked examples,
/// not yet run.
public record Checked(@Nullable Policy policy, List<Statement> examples) {
  public Checked {
    examples = List.copyOf(examples);
  }
}
