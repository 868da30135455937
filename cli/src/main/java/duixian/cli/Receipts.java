package duixian.cli;

import duixian.cli.assess.Assessor;
import duixian.cli.report.ReceiptJson;
import duixian.cli.terminal.Ink;
import duixian.cli.terminal.Terminal;
import duixian.policy.model.Policy;
import duixian.policy.model.Run;
import duixian.policy.trace.Receipt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `duixian receipt`: what can be done with the receipt of an earlier run.
@Command(name = "receipt", description = "回执：核对以前的一次认定。")
final class Receipts implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return spec.exitCodeOnInvalidInput();
  }

  /// `duixian receipt verify`: repeats the run and compares.
  @Command(name = "verify", description = "用同样的政策、事实、认定日和选择重算一遍，与回执比较。")
  static final class Verify implements Callable<Integer> {
    private static final int FINE = 0;
    private static final int DIAGNOSTICS = 1;

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "回执", description = "回执 JSON，或 assess --json 的输出。")
    private Path receiptPath;

    @Parameters(index = "1", paramLabel = "政策", description = "政策文件夹，或一个 .md 文件。")
    private Path policyPath;

    @Parameters(index = "2", paramLabel = "事实", description = "JSON 文件、CSV 文件夹或 .xlsx 表格。")
    private Path factsPath;

    Verify(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
      var receipt = ReceiptJson.read(receiptPath);
      if (receipt == null) {
        terminal.err().println(receiptPath + " 不是回执；回执由 assess --receipt 文件 写出");
        return DIAGNOSTICS;
      }
      var inputs = new Inputs(terminal);
      var policy = inputs.policy(policyPath);
      if (policy == null) {
        return DIAGNOSTICS;
      }
      if (!compare("政策", receipt.version(), policy.version())) {
        terminal.out().println("政策文本与当时不同，不能重算；请用当时的版本。");
        return DIAGNOSTICS;
      }
      var run = run(receipt, policy);
      var again = run == null ? null : again(run, inputs);
      return again != null && isSame(receipt, again) ? FINE : DIAGNOSTICS;
    }

    /// The run that the receipt describes; null when its choices are none of the policy's.
    private @Nullable Run run(Receipt receipt, Policy policy) {
      try {
        var run = Run.of(policy, receipt.day());
        for (var reading : receipt.readings().entrySet()) {
          run = run.choosing(reading.getKey(), reading.getValue());
        }
        return run;
      } catch (IllegalArgumentException foreign) {
        terminal.err().println("回执里有政策没有的解释点或选择：" + foreign.getMessage());
        return null;
      }
    }

    private @Nullable Receipt again(Run run, Inputs inputs) throws IOException {
      try (var progress = terminal.progress()) {
        var facts = inputs.facts(run.policy(), factsPath, progress);
        progress.begin("重算", 0);
        return facts == null ? null : Assessor.assess(run, facts, null).receipt();
      }
    }

    private boolean isSame(Receipt receipt, Receipt again) {
      var sameFacts = compare("事实", receipt.facts(), again.facts());
      var sameRows = compare("行数", Long.toString(receipt.rows()), Long.toString(again.rows()));
      var sameResult = compare("结果", receipt.result(), again.result());
      return sameFacts && sameRows && sameResult;
    }

    private boolean compare(String what, String then, String now) {
      var isSame = then.equals(now);
      terminal
          .out()
          .println(
              isSame
                  ? terminal.paint(Ink.GOOD, "一致") + "  " + what + " " + now
                  : terminal.paint(Ink.BAD, "不同") + "  " + what + " 回执 " + then + "，现在 " + now);
      return isSame;
    }
  }
}
