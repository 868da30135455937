package duixian.cli;

import duixian.cli.read.FactsReader;
import duixian.cli.read.Intake;
import duixian.cli.terminal.Progress;
import duixian.cli.terminal.Terminal;
import duixian.policy.Compiled;
import duixian.policy.PolicyFolder;
import duixian.policy.facts.Facts;
import duixian.policy.model.Policy;
import duixian.policy.source.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Policies and facts from files; what is wrong with them goes to the terminal, and the caller gets
/// null.
final class Inputs {
  private final Terminal terminal;

  Inputs(Terminal terminal) {
    this.terminal = terminal;
  }

  @Nullable Compiled compiled(Path path) {
    try {
      return PolicyFolder.compile(path);
    } catch (PolicyFolder.UnreadablePolicy unreadable) {
      terminal.err().println(unreadable.getMessage());
      return null;
    }
  }

  /// A policy without errors.
  @Nullable Policy policy(Path path) {
    var compiled = compiled(path);
    if (compiled == null) {
      return null;
    }
    if (compiled.policy() == null || compiled.hasErrors()) {
      for (var diagnostic : compiled.diagnostics()) {
        if (diagnostic.isError()) {
          terminal.err().println(diagnostic.render());
        }
      }
      var errors = compiled.diagnostics().stream().filter(Diagnostic::isError).count();
      terminal.err().println("政策有 " + errors + " 处错误，没有运行；改好后用 duixian check 核对。");
      return null;
    }
    return compiled.policy();
  }

  @Nullable Facts facts(Policy policy, Path path, Progress progress) throws IOException {
    return switch (FactsReader.read(policy, path, progress)) {
      case Intake.Complete(var facts) -> facts;
      case Intake.Refused(var complaints) -> {
        complaints.forEach(terminal.err()::println);
        yield null;
      }
    };
  }
}
