package duixian.cli.node;

import duixian.cli.node.data.DataOption;
import duixian.cli.node.data.Reach;
import duixian.cli.node.data.Told;
import duixian.handle.backup.Backup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `duixian node backup`: a copy of one moment, while the node runs on.
@Command(name = "backup", description = "备份：把此刻的全部数据（含私钥）拷到一个新目录，节点可照常运行。")
final class BackupCommand implements Callable<Integer> {
  private final Reach reach;
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Parameters(paramLabel = "目录", description = "备份到哪个目录；必须还不存在或是空的。")
  private Path target = Path.of("");

  BackupCommand(Reach reach) {
    this.reach = reach;
  }

  @Override
  public Integer call() throws IOException {
    return Told.of(
        spec,
        () ->
            reach.with(
                data.directory,
                spec,
                opened -> {
                  var sums = Backup.make(opened.ledger(), target.toAbsolutePath());
                  spec.commandLine()
                      .getOut()
                      .printf(
                          "已备份到 %s：%d 个文件，%,d 字节%n", target, sums.byFile().size(), sums.bytes());
                  return 0;
                }));
  }
}
