package duixian.cli.node;

import duixian.cli.node.data.DataOption;
import duixian.cli.node.data.Told;
import duixian.handle.control.Control;
import duixian.handle.evidence.Ledger;
import duixian.handle.load.ImportState;
import duixian.handle.load.Importer;
import duixian.handle.node.Admission;
import duixian.handle.registry.Prefixes;
import duixian.handle.registry.Templates;
import duixian.handle.rocks.Settings;
import duixian.handle.store.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `duixian node import`: identifiers by the million, straight into the store of a stopped node.
@Command(name = "import", description = "导入：把 CSV 或 NDJSON 文件里的标识成批写入；中断后重跑同一命令即接着导入。")
final class Import implements Callable<Integer> {
  private static final int BAR = 30;

  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Parameters(paramLabel = "文件", description = "CSV（首行有“标识”一列，其余列名即值的类型）或 NDJSON。")
  private Path file = Path.of("");

  @Option(names = "--reported", description = "内容为自建企业节点上报的标识：另计，不算本节点的注册量。")
  private boolean reported;

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new ParameterException(spec.commandLine(), "没有这个文件：" + file);
    }
    return Told.of(spec, this::load);
  }

  private int load() throws IOException {
    if (Control.call(data.directory, List.of("", "prefix"), _ -> {}).isPresent()) {
      spec.commandLine().getErr().println("节点正在运行；请先停止再导入，或用 HTTP 的 NDJSON 流在线注册");
      return 1;
    }
    var channel = reported ? Channel.REPORTED : Channel.IMPORT;
    var rejects = file.resolveSibling(file.getFileName() + ".refused.tsv");
    try (var ledger = Ledger.open(data.directory, Settings.ordinary(), 0, InstantSource.system());
        var refused = new Refusals(rejects)) {
      var rows = ledger.store();
      var prefixes = new Prefixes(rows.rows("prefix"), ledger.clock());
      var templates = new Templates(rows.rows("template"));
      var admission = new Admission(prefixes, templates, rows.tallies(), channel);
      var importer = new Importer(ledger.store(), admission, channel);
      var before = importer.state(file);
      refused.keepUpTo(before.line());
      var begun = System.nanoTime();
      var size = Files.size(file);
      var state = importer.run(file, now -> bar(now, size, before, begun), refused::add);
      return report(state, before, System.nanoTime() - begun, refused);
    }
  }

  private int report(ImportState state, ImportState before, long nanos, Refusals refused) {
    var out = spec.commandLine().getOut();
    if (before.done()) {
      out.printf(
          "这个文件已经导入过：新增 %,d，已存在 %,d，未注册 %,d%n",
          state.created(), state.duplicates(), state.refused());
      return 0;
    }
    if (before.offset() > 0) {
      out.printf("接着上次的进度导入（上次已新增 %,d）%n", before.created());
    }
    var seconds = nanos / 1e9;
    out.printf(
        "新增 %,d，已存在 %,d，未注册 %,d；用时 %.1f 秒（每秒 %,.0f 个）%n",
        state.created(),
        state.duplicates(),
        state.refused(),
        seconds,
        (state.created() - before.created()) / seconds);
    refused.first().forEach(out::println);
    if (state.refused() > 0) {
      out.println("未注册的各行及原因写在 " + refused.file());
    }
    return state.refused() > 0 ? 1 : 0;
  }

  private void bar(ImportState now, long size, ImportState before, long begun) {
    var err = spec.commandLine().getErr();
    var done = (int) (now.offset() * BAR / size);
    var rate = (now.created() - before.created()) / ((System.nanoTime() - begun) / 1e9);
    err.printf(
        "\r[%s%s] %3d%%  %,d 个  每秒 %,.0f 个",
        "█".repeat(done), "░".repeat(BAR - done), now.offset() * 100 / size, now.created(), rate);
    if (now.done()) {
      err.println();
    }
    err.flush();
  }
}
