package duixian.handle.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import duixian.handle.message.Answer;
import duixian.handle.message.Encoder;
import duixian.handle.message.Envelope;
import duixian.handle.message.Header;
import duixian.handle.message.Message;
import duixian.handle.message.Operation;
import duixian.handle.message.Request;
import duixian.handle.message.Result;
import duixian.handle.node.Registrar;
import duixian.handle.registry.Authority;
import duixian.handle.registry.Verdict;
import duixian.handle.store.Channel;
import duixian.handle.transport.Limits;
import duixian.handle.transport.Streams;
import duixian.handle.value.HandleValue;
import duixian.handle.value.Output;
import duixian.handle.value.Reference;
import io.netty.buffer.PooledByteBufAllocator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Connections behave the same however they are read and written.
@ParameterizedClass
@EnumSource(Streams.class)
class StreamsIT {
  private static final String KNOWN = RunningNode.PREFIX + "/known";
  private static final String LARGE = RunningNode.PREFIX + "/large";
  private static final String URL = "http://example.cn/known";
  private static final List<HandleValue> TEN_LONG =
      IntStream.rangeClosed(1, 10)
          .mapToObj(index -> HandleValue.of(index, "DESC", "x".repeat(200)))
          .toList();

  /// Requests that take more room than all buffers on their way, and so do their answers.
  private static final int MANY = 50_000;

  private static final long BUFFERS = 64 << 20;

  private final Streams streams;
  private @Nullable RunningNode running;

  StreamsIT(Streams streams) {
    this.streams = streams;
  }

  @BeforeEach
  void start(@TempDir Path directory) throws IOException, InterruptedException {
    assumeThat(streams.isAvailable()).isTrue();
    running = new RunningNode(directory, Limits.usual(), false, streams);
    create(KNOWN, List.of(HandleValue.of(1, "URL", URL)));
    create(LARGE, TEN_LONG);
  }

  @AfterEach
  void stop() {
    if (running != null) {
      running.close();
    }
  }

  @Test
  void aConnectionIsKeptFromAnswerToAnswer() throws IOException {
    try (var wire = new Wire(node().server.tcp())) {
      for (int i = 0; i < 300; i++) {
        var answer = wire.ask(resolve(i, KNOWN));
        assertThat(answer.envelope().request()).isEqualTo(i);
        assertThat(url(answer)).isEqualTo(URL);
      }
    }
  }

  @Test
  void pipelinedRequestsAreAnsweredHoweverTheyAreCut() throws IOException, InterruptedException {
    var all = new Output(1 << 16);
    for (int i = 0; i < 200; i++) {
      all.raw(Encoder.encode(resolve(i, i % 3 == 0 ? KNOWN : LARGE)));
    }
    var bytes = all.toBytes();
    for (int piece : List.of(bytes.length, 1000, 37)) {
      try (var wire = new Wire(node().server.tcp())) {
        for (int at = 0; at < bytes.length; at += piece) {
          wire.send(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + piece)));
          if (at / piece % 64 == 0) {
            Thread.sleep(1);
          }
        }
        for (int i = 0; i < 200; i++) {
          var answer = wire.receive();
          assertThat(answer.envelope().request()).isEqualTo(i);
          assertThat(values(answer)).hasSize(i % 3 == 0 ? 1 : TEN_LONG.size());
        }
      }
    }
  }

  @Test
  void whoDoesNotReadIsNotReadFrom() throws IOException, InterruptedException {
    var types = List.of("DESC", "y".repeat(1000));
    var asked = new Request.Resolve(LARGE, List.of(), types);
    var request = Encoder.encode(Message.request(7, 0, Operation.RESOLVE, asked));
    try (var slow = new Wire(node().server.tcp());
        var other = new Wire(node().server.tcp())) {
      var before = PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory();
      var sending = Thread.ofPlatform().start(() -> send(slow, request, MANY));
      sending.join(1000);

      assertThat(sending.isAlive()).isTrue();
      assertThat(PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory() - before)
          .isLessThan(BUFFERS);
      assertThat(url(other.ask(resolve(1, KNOWN)))).isEqualTo(URL);
      for (int i = 0; i < MANY; i++) {
        assertThat(slow.receiveRaw().rest().length).isGreaterThan(2000);
      }
      sending.join();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"User-Agent", "X-Else"})
  void whoDoesNotReadOverHttpIsNotReadFrom(String header) throws IOException, InterruptedException {
    var request = get(LARGE, header + ": " + "y".repeat(1000) + "\r\n");
    try (var slow = http()) {
      var before = PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory();
      var sending =
          Thread.ofPlatform()
              .start(() -> {
                send(slow, request, MANY);
                send(slow, get(KNOWN, "Connection: close\r\n"), 1);
              });
      sending.join(1000);

      assertThat(sending.isAlive()).isTrue();
      assertThat(PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory() - before)
          .isLessThan(BUFFERS);
      assertThat(slow.getInputStream().transferTo(OutputStream.nullOutputStream()))
          .isGreaterThan(MANY * 2000L);
      sending.join();
    }
  }

  @Test
  void bytesThatAreNoMessageCostAtMostTheirConnection() throws IOException {
    var tooLong = new Output();
    Envelope.of(0, 5).withLength(1 << 30).write(tooLong);
    Header.request(Operation.RESOLVE, 0).write(tooLong);
    try (var wire = new Wire(node().server.tcp())) {
      var wrong = Encoder.encode(resolve(1, KNOWN));
      wrong[Envelope.SIZE + Header.SIZE] = 0x7f;
      wire.send(wrong);
      assertThat(Result.of(wire.receive().header().result())).isEqualTo(Result.PROTOCOL_ERROR);
      assertThat(url(wire.ask(resolve(2, KNOWN)))).isEqualTo(URL);

      wire.send(tooLong.toBytes());
      assertThat(Result.of(wire.receive().header().result())).isEqualTo(Result.PROTOCOL_ERROR);
      assertThat(wire.closed()).isTrue();
    }
    try (var wire = new Wire(node().server.tcp())) {
      assertThat(url(wire.ask(resolve(3, KNOWN)))).isEqualTo(URL);
    }
  }

  @Test
  void aConnectionThatBreaksOffIsForgotten() throws IOException, InterruptedException {
    var half = Encoder.encode(resolve(1, KNOWN));
    for (int i = 0; i < 50; i++) {
      try (var wire = new Wire(node().server.tcp())) {
        wire.send(Arrays.copyOf(half, half.length / 2));
      }
    }
    try (var wire = new Wire(node().server.tcp())) {
      assertThat(url(wire.ask(resolve(2, KNOWN)))).isEqualTo(URL);
    }
  }

  @Test
  void httpIsKeptAlivePipelinedAndRefusedTheSameWay() throws IOException {
    var plain = get(KNOWN, "");
    var answers =
        http(
            plain.repeat(100)
                + get(KNOWN, "X-Else: 1\r\n")
                + get(RunningNode.PREFIX + "/none", "")
                + get(KNOWN, "Connection: close\r\n"));
    assertThat(Pattern.compile(Pattern.quote(URL)).matcher(answers).results()).hasSize(102);
    assertThat(answers).contains("HTTP/1.1 404");

    assertThat(http(plain + "GET /\u0001 nonsense\r\n\r\n")).contains(URL, "HTTP/1.1 400");
    assertThat(http(get(KNOWN, "Host: " + "x".repeat(20_000) + "\r\n"))).contains("HTTP/1.1 400");
  }

  private RunningNode node() {
    return Objects.requireNonNull(running);
  }

  private void create(String handle, List<HandleValue> values) {
    var owner = new Authority.Administrator(new Reference(RunningNode.OWNER, 301));
    var verdict = new CompletableFuture<Verdict>();
    node()
        .node
        .registrar()
        .create(handle, values, new Registrar.By(owner, Channel.TCP, null), verdict::complete);
    assertThat(verdict.join().ok()).isTrue();
  }

  private static Message resolve(int id, String handle) {
    var ask = new Request.Resolve(handle, List.of(), List.of());
    return Message.request(id, Header.KEEP_ALIVE, Operation.RESOLVE, ask);
  }

  private static String url(Message answer) {
    return values(answer).getFirst().text();
  }

  private static List<HandleValue> values(Message answer) {
    return ((Answer.Values) answer.body()).values();
  }

  private static void send(Wire wire, byte[] request, int times) {
    try {
      for (int i = 0; i < times; i++) {
        wire.send(request);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String get(String handle, String headers) {
    return "GET /api/handles/%s HTTP/1.1\r\nHost: localhost\r\n%s\r\n".formatted(handle, headers);
  }

  private static void send(Socket socket, String text, int times) {
    try {
      for (int i = 0; i < times; i++) {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Socket http() throws IOException {
    var port = node().server.http().getPort();
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(5000);
    return socket;
  }

  /// Sends the text and reads until the node closes.
  private String http(String text) throws IOException {
    try (var socket = http()) {
      send(socket, text, 1);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
