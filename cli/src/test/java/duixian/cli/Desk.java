package duixian.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import duixian.cli.terminal.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/// The real command in this process, on the morning of 2025-06-30, and what a user would see of it.
final class Desk {
  static final Path POLICY = Path.of("src", "test", "resources", "policy");
  static final Path ZHONGSHAN = Path.of("..", "policies", "zhongshan-2021");
  static final Path CITY = Path.of("..", "examples", "zhongshan-city");

  private static final Clock MORNING =
      Clock.fixed(Instant.parse("2025-06-30T09:00:00Z"), ZoneOffset.UTC);

  private final Path folder;

  record Seen(int exit, String out, String err) {}

  Desk(Path folder) {
    this.folder = folder;
  }

  static Seen run(Object... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    var terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false, false, MORNING);
    var words = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      words[i] = args[i].toString();
    }
    var exit =
        Main.commandLine(terminal.out(), terminal.err(), Main.commands(terminal)).execute(words);
    return new Seen(exit, out.toString(), err.toString());
  }

  Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, UTF_8);
  }

  /// A platform over its ceiling and cap, one that is refused, one that lacks a fact, a class that
  /// nobody priced.
  Path facts() throws IOException {
    return file(
        "事实.json",
        """
        {"平台": [{"标识": "P1", "已落户": true, "实缴资本": "3000万元"},
                  {"标识": "P2", "已落户": false, "实缴资本": 1},
                  {"标识": "=P3", "已落户": true}],
         "项目": [{"标识": "X1", "平台": "P1", "验收日期": "2025-05-06", "合同金额": 600000.01}],
         "培训": [{"标识": "C1", "平台": "P1", "年度": 2025, "人数": 30}]}
        """);
  }
}
