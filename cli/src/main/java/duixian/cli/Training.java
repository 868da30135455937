package duixian.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import duixian.cli.folder.WorkFolder;
import duixian.cli.terminal.Terminal;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;

/// What the start script runs once after a build, for the JVM to remember which classes usual runs
/// load and which methods become hot (JEP 515): a check, an assessment with its explanations, and
/// one large enough for columns.
final class Training {
  private static final String ENTERPRISES = "120000";

  private Training() {}

  /// Arguments: the policy folder, the folder of facts.
  static void main(String[] args) throws IOException {
    var policy = args[0];
    try (var work = WorkFolder.create("duixian-training")) {
      var city = work.path().resolve("city").toString();
      run("check", policy);
      run("assess", policy, args[1]);
      run("generate", "--enterprises", ENTERPRISES, "--out", city);
      run("assess", policy, city, "--csv", work.path().resolve("result.csv").toString());
    }
  }

  private static void run(String... args) {
    var out = new PrintWriter(new OutputStreamWriter(System.out, UTF_8));
    Main.commandLine(out, out, Main.commands(Terminal.of(out, out))).execute(args);
    out.flush();
  }
}
