package duixian.cli;

import duixian.cli.city.City;
import duixian.cli.city.Plan;
import duixian.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `duixian generate`: a made-up city to try a policy on.
@Command(name = "generate", description = "生成：编造一座示例城市的事实，写成 CSV 文件夹。")
final class Generate implements Callable<Integer> {
  private static final int FINE = 0;
  private static final int MOST_PLATFORMS = 99;
  private static final int MOST_ENTERPRISES = 5_000_000;

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Option(
      names = "--platforms",
      paramLabel = "个数",
      defaultValue = "13",
      description = "平台个数，前 3 个是标杆平台，其余是市级平台；默认 ${DEFAULT-VALUE}，最多 99。")
  private int platforms;

  @Option(
      names = "--enterprises",
      paramLabel = "家数",
      defaultValue = "3500",
      description = "数字化转型的企业家数；默认 ${DEFAULT-VALUE}，最多 5000000。")
  private int enterprises;

  @Option(
      names = "--seed",
      paramLabel = "种子",
      defaultValue = "7",
      description = "整数；同样的种子总是得到同样的城市，默认 ${DEFAULT-VALUE}。")
  private long seed;

  @Option(names = "--out", paramLabel = "文件夹", description = "写到哪个文件夹；默认 ${DEFAULT-VALUE}。")
  private Path out = Path.of("zhongshan-city");

  Generate(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    require(platforms >= 1 && platforms <= MOST_PLATFORMS, "--platforms 应在 1 到 99 之间");
    require(enterprises >= 1 && enterprises <= MOST_ENTERPRISES, "--enterprises 应在 1 到 5000000 之间");
    require(!Files.exists(out) || Files.isDirectory(out), "--out 要的是文件夹，" + out + " 是文件");
    try (var progress = terminal.progress()) {
      progress.begin("生成城市", 0);
      var rows = City.write(new Plan(platforms, enterprises, seed), out);
      var all = rows.values().stream().mapToInt(Integer::intValue).sum();
      terminal.out().printf("已写入 %s：%d 个主体，%d 条合成记录%n", out, rows.size(), all);
    }
    return FINE;
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), otherwise);
    }
  }
}
