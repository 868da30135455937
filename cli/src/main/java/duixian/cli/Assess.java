package duixian.cli;

import duixian.cli.assess.Assessor;
import duixian.cli.report.ExplanationText;
import duixian.cli.report.ReceiptJson;
import duixian.cli.report.Result;
import duixian.cli.report.ResultCsv;
import duixian.cli.report.ResultExcel;
import duixian.cli.report.ResultJson;
import duixian.cli.report.Summary;
import duixian.cli.report.SummaryText;
import duixian.cli.report.WholeFile;
import duixian.cli.terminal.Terminal;
import duixian.policy.model.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `duixian assess`: what each record may receive, and why not more.
@Command(name = "assess", description = "认定：按政策和事实算出每个对象最高可以得多少。")
final class Assess implements Callable<Integer> {
  private static final int FINE = 0;
  private static final int DIAGNOSTICS = 1;

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "政策", description = "政策文件夹，或一个 .md 文件。")
  private Path policyPath;

  @Parameters(index = "1", paramLabel = "事实", description = "JSON 文件、CSV 文件夹或 .xlsx 表格。")
  private Path factsPath;

  @Mixin private RunOptions options;

  @Option(names = "--json", description = "在标准输出上给出一个 JSON 对象，代替表格。")
  private boolean json;

  @Option(names = "--xlsx", paramLabel = "文件", description = "把每一行结果写成 Excel 表格。")
  private @Nullable Path xlsx;

  @Option(names = "--csv", paramLabel = "文件", description = "把每一行结果写成 CSV。")
  private @Nullable Path csv;

  @Option(names = "--receipt", paramLabel = "文件", description = "把回执写成 JSON，以后可以 receipt verify。")
  private @Nullable Path receipt;

  @Option(names = "--explain", paramLabel = "标识", description = "另外逐步解释这个对象的每一笔。")
  private @Nullable String explained;

  Assess(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    OutputFile.require(spec, "--xlsx", xlsx);
    OutputFile.require(spec, "--csv", csv);
    OutputFile.require(spec, "--receipt", receipt);
    var inputs = new Inputs(terminal);
    var policy = inputs.policy(policyPath);
    if (policy == null) {
      return DIAGNOSTICS;
    }
    var run = options.run(policy, terminal.today());
    var assessed = run(run, inputs);
    if (assessed == null) {
      return DIAGNOSTICS;
    }
    if (!options.isDayGiven()) {
      terminal.err().println(RunOptions.defaulted(run));
    }
    print(assessed.result(), assessed.summary());
    return FINE;
  }

  private record Assessed(Result result, Summary summary) {}

  /// Everything that takes time, the files included; null when the facts are refused. The summary
  /// is drawn up while the files are written.
  private @Nullable Assessed run(Run run, Inputs inputs) throws IOException {
    try (var progress = terminal.progress()) {
      var facts = inputs.facts(run.policy(), factsPath, progress);
      if (facts == null) {
        return null;
      }
      progress.begin("认定", 0);
      var result = Assessor.assess(run, facts, explained);
      progress.begin("写出结果", 0);
      var summary = CompletableFuture.supplyAsync(() -> Summary.of(result));
      write(result);
      return new Assessed(result, summary.join());
    }
  }

  private void write(Result result) throws IOException {
    if (csv != null) {
      WholeFile.write(csv, out -> ResultCsv.write(result, out));
    }
    if (xlsx != null) {
      WholeFile.write(xlsx, out -> ResultExcel.write(result, out));
    }
    if (receipt != null) {
      WholeFile.text(receipt, out -> out.write(ReceiptJson.text(result.receipt())));
    }
  }

  private void print(Result result, Summary summary) throws IOException {
    if (json) {
      ResultJson.write(result, terminal.out());
      return;
    }
    SummaryText.print(result, summary, terminal);
    if (explained != null) {
      terminal.out().println();
      new ExplanationText(terminal).print(result, explained);
    }
    Stream.of(csv, xlsx, receipt)
        .filter(Objects::nonNull)
        .forEach(file -> terminal.out().println("已写入 " + file));
  }
}
