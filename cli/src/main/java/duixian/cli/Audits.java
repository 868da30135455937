package duixian.cli;

import duixian.cli.terminal.Terminal;
import duixian.merkle.Export;
import duixian.merkle.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `duixian audit`: what can be done with an exported audit log.
@Command(name = "audit", description = "审计：离线核对服务导出的审计日志。")
final class Audits implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return spec.exitCodeOnInvalidInput();
  }

  /// `duixian audit verify`: recomputes the tree from the entries and checks every signed head.
  @Command(name = "verify", description = "从每一条记录重算哈希树，核对每个签名的树头；改动、删减、调换都会显出来。")
  static final class Verify implements Callable<Integer> {
    private static final int FINE = 0;
    private static final int FAULTS = 1;

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "导出文件", description = "服务导出的审计日志。")
    private Path export;

    Verify(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
      try (var in = Files.newBufferedReader(export)) {
        var found = Verification.of(Export.read(in));
        found.faults().forEach(terminal.err()::println);
        if (!found.isSound()) {
          return FAULTS;
        }
        terminal
            .out()
            .println("日志完整：%d 条记录与 %d 个签名的树头一致".formatted(found.entries(), found.heads()));
        return FINE;
      } catch (Export.Malformed malformed) {
        terminal.err().println(export + "：" + malformed.getMessage());
        return FAULTS;
      }
    }
  }
}
