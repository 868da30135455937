package duixian.bench.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A JVM of our own that answers lines with lines; it ends with its standard input.
final class Child implements Server, AutoCloseable {
  private final Process process;
  private final BufferedReader in;
  private final PrintWriter out;

  Child(Class<?> main, String... arguments) throws IOException {
    this("384m", main, arguments);
  }

  Child(String heap, Class<?> main, String... arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xmx" + heap, "-XX:+UseParallelGC", "--enable-native-access=ALL-UNNAMED"));
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    // glibc keeps a heap per thread otherwise, which doubles what the native store holds.
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    process = builder.start();
    in =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    out = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
  }

  String answer() throws IOException {
    var line = in.readLine();
    if (line == null) {
      throw new IOException("a process of the benchmark ended early");
    }
    return line;
  }

  String ask(String line) throws IOException {
    out.println(line);
    return answer();
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public void close() throws IOException {
    out.close();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
