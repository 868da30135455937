package duixian.bench.service;

import duixian.cli.folder.WorkFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// [Served] as a child process on a folder of its own. Both go when the program ends, however it
/// does: the child ends with its input and takes its database down.
final class Service {
  private final WorkFolder data;
  private final Process process;
  private final BufferedReader in;
  private final PrintWriter out;
  private final int port;

  private Service(WorkFolder data, Process process) throws IOException {
    this.data = data;
    this.process = process;
    in =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    out = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    port = Integer.parseInt(answer());
  }

  static Service start(int units) throws IOException {
    var data = WorkFolder.create("duixian-bench-service");
    var process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-Dstdout.encoding=UTF-8",
                    "-Dduixian.house=" + System.getProperty("duixian.home"),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Served.class.getName(),
                    data.path().toString(),
                    Integer.toString(units)))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return new Service(data, process);
  }

  int port() {
    return port;
  }

  /// The words of the answer; what comes after the last counted space is one word.
  String[] ask(String command, int words) throws IOException {
    out.println(command);
    return answer().split(" ", words);
  }

  private String answer() throws IOException {
    var line = in.readLine();
    if (line == null) {
      throw new IOException("the service ended early");
    }
    return line;
  }

  private void end() {
    out.close();
    try {
      process.waitFor();
      data.close();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
