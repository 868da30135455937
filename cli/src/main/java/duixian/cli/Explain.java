package duixian.cli;

import duixian.cli.assess.Assessor;
import duixian.cli.report.ExplanationHtml;
import duixian.cli.report.ExplanationText;
import duixian.cli.report.Result;
import duixian.cli.report.WholeFile;
import duixian.cli.terminal.Terminal;
import duixian.policy.facts.Facts;
import duixian.policy.facts.Table;
import duixian.policy.model.Run;
import duixian.policy.source.Nearest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `duixian explain`: every decision on one object as a tree, down to the law's words and the
/// facts.
@Command(name = "explain", description = "解释：逐步说明一个对象的每一笔是怎么算出来的。")
final class Explain implements Callable<Integer> {
  private static final int FINE = 0;
  private static final int DIAGNOSTICS = 1;
  private static final int MOST_COMPARED = 20_000;

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "政策", description = "政策文件夹，或一个 .md 文件。")
  private Path policyPath;

  @Parameters(index = "1", paramLabel = "事实", description = "JSON 文件、CSV 文件夹或 .xlsx 表格。")
  private Path factsPath;

  @Parameters(index = "2", paramLabel = "标识", description = "要解释的对象，如 P1。")
  private String id;

  @Mixin private RunOptions options;

  @Option(names = "--html", paramLabel = "文件", description = "写成一个可以打印的网页。")
  private @Nullable Path html;

  Explain(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    OutputFile.require(spec, "--html", html);
    var inputs = new Inputs(terminal);
    var policy = inputs.policy(policyPath);
    if (policy == null) {
      return DIAGNOSTICS;
    }
    var run = options.run(policy, terminal.today());
    var result = run(run, inputs);
    if (result == null) {
      return DIAGNOSTICS;
    }
    if (!options.isDayGiven()) {
      terminal.err().println(RunOptions.defaulted(run));
    }
    print(result);
    return FINE;
  }

  private @Nullable Result run(Run run, Inputs inputs) throws IOException {
    try (var progress = terminal.progress()) {
      var facts = inputs.facts(run.policy(), factsPath, progress);
      if (facts == null) {
        return null;
      }
      if (facts.tables().stream().noneMatch(table -> holds(table, id))) {
        terminal.err().println(unknown(facts));
        return null;
      }
      progress.begin("认定", 0);
      return Assessor.assess(run, facts, id);
    }
  }

  private void print(Result result) throws IOException {
    if (html != null) {
      WholeFile.text(html, out -> ExplanationHtml.write(result, id, out));
      terminal.out().println("已写入 " + html);
    } else if (result.about(id).isEmpty()) {
      terminal.out().println("没有一项奖补以 " + id + " 为对象；它的事实可能用在别的对象上。");
    } else {
      new ExplanationText(terminal).print(result, id);
    }
  }

  private String unknown(Facts facts) {
    var known =
        facts.tables().stream()
            .flatMap(table -> IntStream.range(0, table.size()).mapToObj(table::id))
            .limit(MOST_COMPARED)
            .toList();
    var nearest = Nearest.to(id, known);
    return "事实里没有标识“" + id + "”" + (nearest == null ? "；请核对" : "；是不是“" + nearest + "”");
  }

  private static boolean holds(Table table, String id) {
    return IntStream.range(0, table.size()).anyMatch(row -> table.id(row).equals(id));
  }
}
