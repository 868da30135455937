package duixian.cli.node.evidence;

import duixian.cli.node.data.DataOption;
import duixian.cli.node.data.Reach;
import duixian.cli.node.data.Told;
import duixian.handle.evidence.YearReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `duixian node evidence`: the figures of a year from three sources, and as facts for `assess`.
@Command(name = "evidence", description = "举证：按三种来源统计一个年度的注册量与解析量，并写出“节点情况”事实。")
public final class Evidence implements Callable<Integer> {
  private final Reach reach;
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Option(names = "--year", paramLabel = "年度", required = true, description = "如 2024，按北京时间。")
  private int year;

  @Option(
      names = "--platform",
      paramLabel = "标识",
      defaultValue = "P1",
      description = "节点平台在事实文件里的标识；默认 ${DEFAULT-VALUE}。")
  private String platform = "P1";

  @Option(names = "--out", paramLabel = "文件", description = "事实写到哪个 JSON 文件；默认 节点情况-年度.json。")
  private @Nullable Path file;

  @Option(names = "--all", description = "列出全部前缀，不只前 20 个。")
  private boolean all;

  public Evidence(Reach reach) {
    this.reach = reach;
  }

  @Override
  public Integer call() throws IOException {
    return Told.of(
        spec,
        () ->
            reach.with(data.directory, spec, opened -> tell(YearReport.of(opened.ledger(), year))));
  }

  private int tell(YearReport report) throws IOException {
    var out = spec.commandLine().getOut();
    YearText.print(report, all ? Integer.MAX_VALUE : 20, out);
    if (!report.agree()) {
      out.println("三种来源不一致，未写出事实；请运行 duixian node audit 查明");
      return 1;
    }
    var target = file == null ? Path.of("节点情况-" + year + ".json") : file;
    Files.writeString(target, YearFacts.json(report, platform));
    out.println("事实已写入 " + target);
    return 0;
  }
}
