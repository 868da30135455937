package duixian.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import duixian.cli.node.NodeCommands;
import duixian.cli.terminal.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;

/// Where the process starts and ends. Exit codes: 0 fine, 1 diagnostics, 2 usage, 70 our own
/// mistake.
///
/// Both streams are UTF-8 whatever the locale says: a policy is Chinese even where `LANG=C`.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    var out = utf8(FileDescriptor.out);
    var err = utf8(FileDescriptor.err);
    var exit = run(out, err, args);
    out.flush();
    err.flush();
    System.exit(exit);
  }

  private static int run(PrintWriter out, PrintWriter err, String... args) {
    try {
      return commandLine(out, err, commands(Terminal.of(out, err))).execute(args);
    } catch (StackOverflowError | OutOfMemoryError mistake) {
      return Mishap.report(mistake, false, err);
    }
  }

  /// Every subcommand, in the order in which the help lists them.
  static List<Object> commands(Terminal terminal) {
    var receipts = new CommandLine(new Receipts());
    receipts.addSubcommand(new Receipts.Verify(terminal));
    var audits = new CommandLine(new Audits());
    audits.addSubcommand(new Audits.Verify(terminal));
    return List.of(
        new Check(terminal),
        new Assess(terminal),
        new Explain(terminal),
        receipts,
        audits,
        new Generate(terminal),
        NodeCommands.commandLine());
  }

  /// The whole command over the given streams, so that a test can read what a user would see.
  static CommandLine commandLine(PrintWriter out, PrintWriter err, List<Object> commands) {
    var duixian = new Duixian();
    var root = new CommandLine(duixian);
    commands.forEach(root::addSubcommand);
    speakChinese(root);
    return root.setOut(out)
        .setErr(err)
        .setParameterExceptionHandler(Misuse::report)
        .setExecutionExceptionHandler(
            (thrown, failed, parsed) -> Mishap.report(thrown, duixian.debug, err));
  }

  private static void speakChinese(CommandLine command) {
    command
        .getCommandSpec()
        .usageMessage()
        .width(100)
        .synopsisHeading("用法：")
        .synopsisSubcommandLabel("命令")
        .descriptionHeading("%n")
        .parameterListHeading("%n参数：%n")
        .optionListHeading("%n选项：%n")
        .commandListHeading("%n命令：%n");
    command.getSubcommands().values().forEach(Main::speakChinese);
  }

  private static PrintWriter utf8(FileDescriptor stream) {
    return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), UTF_8));
  }
}
