package duixian.policy;

import duixian.policy.law.Coverage;
import duixian.policy.model.Policy;
import duixian.policy.source.Diagnostic;
import duixian.policy.syntax.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the compiler says: the policy, null when a diagnostic is an error; what of the official
/// text is covered, null without one; the worked examples, not yet run; every diagnostic in order
/// of place.
public record Compiled(
    @Nullable Policy policy,
    @Nullable Coverage coverage,
    List<Statement> examples,
    List<Diagnostic> diagnostics) {
  public Compiled {
    examples = List.copyOf(examples);
    diagnostics = List.copyOf(diagnostics);
  }

  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}
