package duixian.handle.transport.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import duixian.handle.transport.Gate;
import duixian.handle.transport.Limits;
import duixian.handle.transport.Loops;
import duixian.handle.transport.Streams;
import duixian.handle.transport.Traffic;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What a protocol may rely on, whatever its connections run on.
@ParameterizedClass
@EnumSource(Streams.class)
class StreamServerTest {
  private static final int PER_SOURCE = 20;
  private static final Limits LIMITS = new Limits(100, PER_SOURCE, 256, 0, 2, 1 << 20);
  private static final int SECONDS = 20;

  private final Streams streams;
  private final Traffic traffic = new Traffic();
  private @Nullable Loops loops;
  private @Nullable StreamServer server;

  StreamServerTest(Streams streams) {
    this.streams = streams;
  }

  @BeforeEach
  void start() throws IOException, InterruptedException {
    assumeThat(streams.isAvailable()).isTrue();
    var any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var gate = new Gate(LIMITS, traffic);
    if (streams == Streams.IO_URING) {
      server = StreamServer.bind(any, gate, Lines::new, 2);
    } else {
      loops = new Loops(streams, 2);
      var open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
      server = StreamServer.bind(any, gate, Lines::new, loops, open);
    }
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
    if (loops != null) {
      loops.close();
    }
  }

  private Socket connect() throws IOException {
    var socket = new Socket();
    socket.connect(Objects.requireNonNull(server).address());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(SECONDS * 1000);
    return socket;
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
  }

  private static byte[] lines(int count, int seed) {
    var random = new Random(seed);
    var all = new ByteArrayOutputStream();
    for (int i = 0; i < count; i++) {
      var length = random.nextInt(20) == 0 ? random.nextInt(40_000) : random.nextInt(1, 90);
      all.writeBytes("x".repeat(length + 1).getBytes(StandardCharsets.US_ASCII));
      all.write('\n');
    }
    return all.toByteArray();
  }

  @Test
  void linesComeBackInTheirOrderHoweverTheyAreCut() throws IOException {
    var all = lines(3000, 1);
    try (var socket = connect()) {
      var sending = CompletableFuture.runAsync(() -> send(socket, all, new Random(2)));
      assertThat(socket.getInputStream().readNBytes(all.length)).isEqualTo(all);
      sending.join();
    }
  }

  private static void send(Socket socket, byte[] all, Random cut) {
    try {
      var out = socket.getOutputStream();
      for (int at = 0; at < all.length; ) {
        var length = Math.min(all.length - at, 1 + cut.nextInt(cut.nextBoolean() ? 30 : 60_000));
        out.write(all, at, length);
        at += length;
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void manyConnectionsAreServedTogether() throws IOException {
    var all = lines(400, 3);
    var sockets = new ArrayList<Socket>();
    try {
      var sent = new ArrayList<CompletableFuture<Void>>();
      for (int i = 0; i < PER_SOURCE; i++) {
        var socket = connect();
        var cut = new Random(i);
        sockets.add(socket);
        sent.add(CompletableFuture.runAsync(() -> send(socket, all, cut)));
      }
      for (var socket : sockets) {
        assertThat(socket.getInputStream().readNBytes(all.length)).isEqualTo(all);
      }
      sent.forEach(CompletableFuture::join);
    } finally {
      for (var socket : sockets) {
        socket.close();
      }
    }
  }

  @Test
  void whoHasSaidAllStillHearsTheAnswers() throws IOException {
    var all = lines(100, 4);
    try (var socket = connect()) {
      socket.getOutputStream().write(all);
      socket.shutdownOutput();
      assertThat(socket.getInputStream().readAllBytes()).isEqualTo(all);
    }
  }

  @Test
  void theOtherSideIsClosedWhenWhatWasPutHasLeft() throws IOException {
    try (var socket = connect()) {
      socket.getOutputStream().write("a\nb\n\nnever heard\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(reader(socket).lines()).containsExactly("a", "b");
    }
  }

  @Test
  void whatOtherThreadsTellArrivesOnce() throws IOException {
    var count = 5000;
    try (var socket = connect()) {
      var sending =
          CompletableFuture.runAsync(() -> {
            var all = new StringBuilder();
            for (int i = 0; i < count; i++) {
              all.append('?').append(i).append('\n');
            }
            send(socket, all.toString().getBytes(StandardCharsets.US_ASCII), new Random(5));
          });
      var reader = reader(socket);
      var told = new HashSet<String>();
      for (int i = 0; i < count; i++) {
        assertThat(told.add(reader.readLine())).isTrue();
      }
      assertThat(told).contains("?0", "?" + (count - 1));
      sending.join();
    }
  }

  @Test
  void whoDoesNotReadIsNotReadFromUntilHeDoes() throws IOException, InterruptedException {
    var line = ("y".repeat(999) + "\n").getBytes(StandardCharsets.US_ASCII);
    var count = 60_000;
    try (var socket = connect();
        var other = connect()) {
      var sending =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  for (int i = 0; i < count; i++) {
                    socket.getOutputStream().write(line);
                  }
                } catch (IOException _) {
                  // The test fails for want of answers.
                }
              });
      sending.join(1000);

      assertThat(sending.isAlive()).isTrue();
      other.getOutputStream().write("here\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(reader(other).readLine()).isEqualTo("here");
      for (int i = 0; i < count; i++) {
        assertThat(socket.getInputStream().readNBytes(line.length)).isEqualTo(line);
      }
      sending.join();
    }
  }

  @Test
  void whoBreaksOffIsForgotten() throws IOException, InterruptedException {
    var all = lines(300, 6);
    for (int i = 0; i < 60; i++) {
      var socket = connect();
      socket.setSoLinger(true, 0);
      write(socket.getOutputStream(), all, i * 3000);
      socket.close();
    }
    waitUntilNobodyIsConnected();
    try (var socket = connect()) {
      socket.getOutputStream().write("here\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(reader(socket).readLine()).isEqualTo("here");
    }
  }

  private static void write(OutputStream out, byte[] all, int length) throws IOException {
    try {
      out.write(all, 0, Math.min(all.length, length));
    } catch (SocketException _) {
      // The server may have seen the last one's reset first.
    }
  }

  @Test
  void oneTooManyIsClosedAtOnceAndAnotherTakesThePlaceOfWhoLeft()
      throws IOException, InterruptedException {
    var sockets = new ArrayList<Socket>();
    for (int i = 0; i < PER_SOURCE; i++) {
      sockets.add(connect());
    }
    try (var one = connect()) {
      assertThat(one.getInputStream().read()).isNegative();
    }
    assertThat(traffic.refusedConnections.sum()).isEqualTo(1);
    for (var socket : sockets) {
      socket.close();
    }
    waitUntilNobodyIsConnected();
    try (var socket = connect()) {
      socket.getOutputStream().write("here\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(reader(socket).readLine()).isEqualTo("here");
    }
  }

  @Test
  void whoIsSilentForTooLongIsClosed() throws IOException {
    try (var socket = connect()) {
      var begun = System.nanoTime();
      assertThat(socket.getInputStream().read()).isNegative();
      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .isBetween(Duration.ofMillis(1500), Duration.ofSeconds(8));
    }
  }

  private void waitUntilNobodyIsConnected() throws InterruptedException {
    for (int i = 0; i < SECONDS * 100 && traffic.connections.get() > 0; i++) {
      Thread.sleep(10);
    }
    assertThat(traffic.connections.get()).isZero();
  }
}
