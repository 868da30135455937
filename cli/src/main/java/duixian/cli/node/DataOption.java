package duixian.cli.node;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// Where the data of the node lie.
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "目录",
      defaultValue = "node-data",
      description = "节点数据目录；默认 ${DEFAULT-VALUE}。")
  Path directory = Path.of("node-data");
}
