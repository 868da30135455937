package duixian.cli.node;

import duixian.cli.node.data.DataOption;
import duixian.cli.node.data.Reach;
import duixian.cli.node.data.Told;
import duixian.handle.backup.Backup;
import duixian.handle.evidence.Recount;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `duixian node restore`: brings a backup back into an empty data directory and counts it.
@Command(name = "restore", description = "恢复：核对一份备份的校验和，拷回空的数据目录，并重新清点。")
final class Restore implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Parameters(paramLabel = "备份", description = "备份所在的目录。")
  private Path backup = Path.of("");

  @Override
  public Integer call() throws IOException {
    return Told.of(spec, this::restore);
  }

  private int restore() {
    var out = spec.commandLine().getOut();
    var sums = Backup.restore(backup, data.directory);
    out.printf("已恢复到 %s：%d 个文件%n", data.directory, sums.byFile().size());
    try (var ledger = Reach.open(data.directory)) {
      var differences = Recount.of(ledger, 0, 1 << 20).differences();
      out.println(differences.isEmpty() ? "重新清点：三种来源一致" : "重新清点：有 " + differences.size() + " 处不一致");
      return differences.isEmpty() ? 0 : 1;
    }
  }
}
