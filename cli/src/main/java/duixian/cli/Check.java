package duixian.cli;

import duixian.cli.check.PolicyText;
import duixian.cli.terminal.Terminal;
import duixian.policy.Compiled;
import duixian.policy.cases.CaseRunner;
import duixian.policy.source.Diagnostic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `duixian check`: is the policy sound, does it cover the official text, do its worked examples
/// come out, and what does the text leave open.
@Command(name = "check", description = "检查：政策有没有错、引文全不全、算例对不对、还有什么没定。")
final class Check implements Callable<Integer> {
  private static final int FINE = 0;
  private static final int DIAGNOSTICS = 1;

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "政策", description = "政策文件夹，或一个 .md 文件。")
  private Path policyPath;

  Check(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var compiled = new Inputs(terminal).compiled(policyPath);
    if (compiled == null) {
      return DIAGNOSTICS;
    }
    var diagnostics = new ArrayList<>(compiled.diagnostics());
    diagnostics.addAll(unquoted(compiled));
    var passed = passed(compiled, diagnostics);
    for (var diagnostic : diagnostics) {
      terminal.err().println(diagnostic.render());
      terminal.err().println();
    }
    var text = new PolicyText(terminal);
    if (compiled.policy() != null) {
      text.policy(compiled.policy());
    }
    if (compiled.coverage() != null) {
      text.coverage(compiled.coverage());
    }
    if (compiled.policy() != null) {
      text.examples(passed, compiled.examples().size());
      text.open(compiled.policy());
    }
    text.verdict(diagnostics);
    return diagnostics.stream().anyMatch(Diagnostic::isError) ? DIAGNOSTICS : FINE;
  }

  /// A sentence that pays and that no quote covers is a warning: a policy is written clause by clause.
  private static List<Diagnostic> unquoted(Compiled compiled) {
    var coverage = compiled.coverage();
    if (coverage == null) {
      return List.of();
    }
    var said = compiled.diagnostics().stream().map(Diagnostic::span).toList();
    return coverage.paying().stream()
        .filter(sentence -> !said.contains(sentence))
        .map(sentence -> Diagnostic.warning(sentence, "这句涉及金额或比例，政策没有引用", "在政策里引用它，并写出规则"))
        .toList();
  }

  private static int passed(Compiled compiled, List<Diagnostic> diagnostics) {
    var policy = compiled.policy();
    return policy == null ? 0 : CaseRunner.run(policy, compiled.examples(), diagnostics);
  }
}
