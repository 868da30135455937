package duixian.service;

import duixian.cli.folder.WorkFolder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What the start script runs once after a build, for the JVM to remember which classes a start
/// loads and which methods become hot (JEP 515), and for the database's programs to be unpacked:
/// the sample city from its first start to its last page, then a second start on the same data.
final class Training {
  private static final List<String> PAGES =
      List.of(
          "/api/health", "/", "/policy", "/calculator", "/targets", "/notices", "/log", "/sign-in");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration STORY = Duration.ofMinutes(3);
  private static final Duration BREATH = Duration.ofMillis(200);

  private Training() {}

  static void main() throws IOException, InterruptedException {
    try (var data = WorkFolder.create("duixian-training");
        var binaries = WorkFolder.create("duixian-binaries")) {
      // Unpacked even where they are: one library's jar is sealed, so either none of its classes
      // may be remembered or all.
      run(data.path(), Map.of("duixian.binaries", binaries.path()));
      run(data.path(), Map.of());
    }
  }

  private static void run(Path data, Map<String, Path> more)
      throws IOException, InterruptedException {
    var options = Start.properties("demo", "--data", data.toString(), "--port", "0");
    Objects.requireNonNull(options).putAll(more);
    try (var context = Start.start(options);
        var http = HttpClient.newHttpClient()) {
      var at = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
      for (var page : PAGES) {
        var request = HttpRequest.newBuilder(URI.create(at + page)).timeout(PATIENCE).build();
        var _ = http.send(request, HttpResponse.BodyHandlers.discarding());
      }
      await(data.resolve("demo.clock"));
    }
  }

  /// The sample city's story is over when its time is kept.
  private static void await(Path told) throws InterruptedException {
    for (var left = STORY; !Files.exists(told) && left.isPositive(); left = left.minus(BREATH)) {
      Thread.sleep(BREATH);
    }
  }
}
