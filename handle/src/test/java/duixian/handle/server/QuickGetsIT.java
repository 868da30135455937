package duixian.handle.server;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.handle.node.Registrar;
import duixian.handle.registry.Authority;
import duixian.handle.registry.Verdict;
import duixian.handle.store.Channel;
import duixian.handle.value.HandleValue;
import duixian.handle.value.Reference;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests as they lie on the wire, so that their borders can be chosen.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all tests
class QuickGetsIT {
  private static final String PLAIN = get("a", "Host: localhost\r\nUser-Agent: curl\r\n");
  private RunningNode node;

  @BeforeAll
  void start(@TempDir Path directory) throws IOException, InterruptedException {
    node = new RunningNode(directory);
    create("a", HandleValue.of(1, "URL", "http://a.cn"));
    create("b", HandleValue.of(1, "URL", "http://b.cn"));
    create(
        "hidden",
        HandleValue.of(1, "URL", "http://open.cn"),
        HandleValue.of(2, "DESC", "secret").withPermissions(HandleValue.ADMIN_READ));
  }

  private void create(String suffix, HandleValue... values) {
    var by =
        new Registrar.By(
            new Authority.Administrator(new Reference(RunningNode.OWNER, 301)), Channel.HTTP, null);
    var verdict = new CompletableFuture<Verdict>();
    var handle = RunningNode.PREFIX + "/" + suffix;
    node.node.registrar().create(handle, List.of(values), by, verdict::complete);
    assertThat(verdict.join().ok()).isTrue();
  }

  @AfterAll
  void stop() {
    node.close();
  }

  @Test
  void aRequestMayBeCutAnywhere() throws IOException, InterruptedException {
    for (int cut = 1; cut < PLAIN.length(); cut += 7) {
      try (var socket = socket()) {
        send(socket, PLAIN + PLAIN.substring(0, cut));
        Thread.sleep(2);
        send(socket, PLAIN.substring(cut) + get("b", "Host: localhost\r\nConnection: close\r\n"));

        assertThat(urls(all(socket)))
            .as("cut after " + cut)
            .containsExactly("http://a.cn", "http://a.cn", "http://b.cn");
      }
    }
  }

  @Test
  void pipelinedRequestsAreAnsweredInTheirOrderWhateverStandsBetween() throws IOException {
    try (var socket = socket()) {
      send(
          socket,
          PLAIN.repeat(40)
              + get("none", "Host: localhost\r\n")
              + get("b", "Host: localhost\r\n")
              + get("b?type=URL", "Host: localhost\r\nX-Else: 1\r\n")
              + PLAIN
              + get("hidden", "Host: localhost\r\nConnection: close\r\n"));
      var answers = all(socket);

      assertThat(urls(answers))
          .hasSize(44)
          .startsWith("http://a.cn", "http://a.cn")
          .endsWith("http://a.cn", "http://b.cn", "http://b.cn", "http://a.cn", "http://open.cn");
      assertThat(answers).contains("HTTP/1.1 404").doesNotContain("secret");
    }
  }

  @Test
  void aHeaderThatMeansSomethingIsHeeded() throws IOException {
    try (var socket = socket()) {
      send(socket, get("a", "Host: localhost\r\nAuthorization: Bearer wrong\r\n"));
      send(socket, get("a", "Host: localhost\r\nConnection: close\r\n"));

      assertThat(all(socket)).contains("HTTP/1.1");
    }
  }

  @Test
  void bytesThatAreNoRequestAreToldSo() throws IOException {
    try (var socket = socket()) {
      send(socket, PLAIN + "GET /api/handles/" + RunningNode.PREFIX + "/a\u0001 nonsense\r\n\r\n");

      assertThat(all(socket)).contains("http://a.cn", "HTTP/1.1 400");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GARBAGE\r\n\r\n",
        "GET /\r\n\r\n",
        "x\r\n\r\n",
        "x y z w\r\n\r\n",
        "\u0001\u0002\r\n\r\n"
      })
  void aFirstLineOfTheWrongShapeIsToldSoAtOnce(String request) throws IOException {
    try (var socket = socket()) {
      send(socket, request);

      assertThat(all(socket)).contains("HTTP/1.1 400");
    }
    try (var socket = socket()) {
      send(socket, PLAIN + request);

      assertThat(all(socket)).contains("http://a.cn", "HTTP/1.1 400");
    }
  }

  @Test
  void aHeadThatNeverEndsIsRefused() throws IOException {
    try (var socket = socket()) {
      send(socket, get("a", "Host: " + "x".repeat(20_000) + "\r\n"));

      assertThat(all(socket)).contains("HTTP/1.1 400");
    }
  }

  @Test
  void everyAnswerIsCountedOnce() throws IOException {
    var before = resolved();
    try (var socket = socket()) {
      send(socket, PLAIN.repeat(10) + get("b", "Host: localhost\r\nConnection: close\r\n"));
      all(socket);
    }

    assertThat(resolved() - before).isEqualTo(11);
  }

  private long resolved() {
    var count = new long[1];
    node.ledger.still(() -> {});
    node.ledger
        .store()
        .tallies()
        .each(
            0,
            Integer.MAX_VALUE,
            (key, value) ->
                count[0] += key.what() == 32 && key.channel() == Channel.HTTP ? value : 0);
    return count[0];
  }

  private static String get(String suffix, String headers) {
    return "GET /api/handles/%s/%s HTTP/1.1\r\n%s\r\n"
        .formatted(RunningNode.PREFIX, suffix, headers);
  }

  private static List<String> urls(String answers) {
    return Pattern.compile("\"value\":\"(http[^\"]+)\"")
        .matcher(answers)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private Socket socket() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), node.server.http().getPort());
    socket.setSoTimeout(5000);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /// Everything until the server closes.
  private static String all(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
