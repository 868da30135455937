package duixian.cli.node.data;

import duixian.handle.backup.BackupFailed;
import duixian.handle.events.LogFailed;
import duixian.handle.load.ImportFailed;
import duixian.handle.rocks.StoreFailed;
import java.io.IOException;
import java.net.BindException;
import picocli.CommandLine.Model.CommandSpec;

/// Tells a user the sentence of what went wrong with data or disk; exit code 1.
public final class Told {
  private static final int WRONG = 1;

  private Told() {}

  /// What a command does.
  @FunctionalInterface
  public interface Action {
    int run() throws IOException;
  }

  public static int of(CommandSpec spec, Action action) throws IOException {
    try {
      return action.run();
    } catch (LogFailed | StoreFailed | ImportFailed | BackupFailed e) {
      spec.commandLine().getErr().println(e.getMessage());
      return WRONG;
    } catch (BindException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return WRONG;
    }
  }
}
