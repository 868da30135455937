package duixian.cli.node;

import duixian.cli.node.data.Reach;
import duixian.cli.node.evidence.AuditCommand;
import duixian.cli.node.evidence.Evidence;
import duixian.cli.node.evidence.Prove;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The root of the commands of the node. It does nothing but list them.
@Command(name = "node", description = "标识节点：注册、解析、导入、备份与用量举证。")
public final class NodeCommands implements Callable<Integer> {
  @Spec private CommandSpec spec;

  private NodeCommands() {}

  /// All commands of the node, as they run in a process of their own.
  public static CommandLine commandLine() {
    var reach = Reach.fromOutside();
    var root = with(reach);
    List.of(new Serve(), new Import(), new Restore(), new FormatCommand())
        .forEach(root::addSubcommand);
    return root;
  }

  /// The commands that a running node takes from others.
  static CommandLine with(Reach reach) {
    var root = new CommandLine(new NodeCommands());
    List.of(
            new PrefixCommand(reach),
            new Evidence(reach),
            new AuditCommand(reach),
            new Prove(reach),
            new Verify(reach),
            new BackupCommand(reach))
        .forEach(root::addSubcommand);
    return root;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return spec.exitCodeOnInvalidInput();
  }
}
