package duixian.cli.terminal;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// Where a command speaks and what it knows of the outside: two streams, whether they are looked at
/// by a person, and the clock. The only place that reads the clock.
public record Terminal(
    PrintWriter out, PrintWriter err, boolean isOutSeen, boolean isErrSeen, Clock clock) {
  /// The laws that run here count days in China.
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /// The process's own streams.
  public static Terminal of(PrintWriter out, PrintWriter err) {
    return new Terminal(out, err, isTerminal(1), isTerminal(2), Clock.system(CHINA));
  }

  public LocalDate today() {
    return LocalDate.now(clock);
  }

  public Progress progress() {
    return isErrSeen ? Progress.on(err) : Progress.silent();
  }

  /// The text in a colour where a person looks and has not asked for none (no-color.org).
  public String paint(Ink ink, String text) {
    var plain = System.getenv("NO_COLOR");
    return isOutSeen && (plain == null || plain.isEmpty()) ? ink.around(text) : text;
  }

  /// Java knows only whether both standard streams are terminals; Linux knows each.
  private static boolean isTerminal(int descriptor) {
    var link = Path.of("/proc/self/fd/" + descriptor);
    try {
      var target = Files.readSymbolicLink(link).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException _) {
      return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }
  }
}
