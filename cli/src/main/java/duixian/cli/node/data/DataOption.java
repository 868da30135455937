package duixian.cli.node.data;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// Where the data of the node lie.
public final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "目录",
      defaultValue = "node-data",
      description = "节点数据目录；默认 ${DEFAULT-VALUE}。")
  public Path directory = Path.of("node-data");
}
