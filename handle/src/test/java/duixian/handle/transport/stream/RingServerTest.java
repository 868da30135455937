package duixian.handle.transport.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import duixian.handle.linux.Ring;
import duixian.handle.transport.Gate;
import duixian.handle.transport.Limits;
import duixian.handle.transport.Traffic;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RingServerTest {
  private static final InetSocketAddress ANY =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  @BeforeEach
  void here() {
    assumeThat(Ring.isAvailable()).isTrue();
  }

  private static StreamServer start() throws IOException {
    return StreamServer.bind(ANY, new Gate(Limits.usual(), new Traffic()), Lines::new, 1);
  }

  @Test
  void aPortInUseIsRefusedAndNothingIsLeftOpen() throws IOException {
    try (var first = start()) {
      var gate = new Gate(Limits.usual(), new Traffic());
      assertThatThrownBy(() -> StreamServer.bind(first.address(), gate, Lines::new, 1))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("bind");
    }
  }

  @Test
  void itsPortIsFreeAgainOnceItIsClosed() throws IOException {
    var first = start();
    var address = first.address();
    first.close();
    StreamServer.bind(address, new Gate(Limits.usual(), new Traffic()), Lines::new, 1).close();
  }

  @Test
  void whatWasPutIsSentBeforeItCloses() throws IOException, InterruptedException {
    var line = ("z".repeat(999) + "\n").getBytes(StandardCharsets.US_ASCII);
    var server = start();
    try (var socket = new Socket()) {
      socket.connect(server.address());
      for (int i = 0; i < 500; i++) {
        socket.getOutputStream().write(line);
      }
      // The echo of half a megabyte is more than the buffers on its way are sure to hold.
      assertThat(socket.getInputStream().readNBytes(line.length)).isEqualTo(line);
      Thread.sleep(500); // what it has not received by then it need not answer
      var closing = CompletableFuture.runAsync(server::close);
      for (int i = 1; i < 500; i++) {
        assertThat(socket.getInputStream().readNBytes(line.length)).isEqualTo(line);
      }
      assertThat(socket.getInputStream().read()).isNegative();
      closing.join();
    }
  }

  @Test
  void whatAllHoldTogetherIsBoundedAndOthersAreServed() throws IOException, InterruptedException {
    var line = ("y".repeat(999) + "\n").getBytes(StandardCharsets.US_ASCII);
    try (var server = small()) {
      isServed(server);
      var before = directMemory();
      var silent = new ArrayList<SocketChannel>();
      for (int i = 0; i < 30; i++) {
        var channel = SocketChannel.open(server.address());
        channel.configureBlocking(false);
        silent.add(channel);
      }
      // Each sends as long as the server takes it, and reads nothing.
      for (int round = 0; round < 3; round++) {
        for (var channel : silent) {
          fill(channel, line);
        }
        Thread.sleep(100);
      }
      assertThat(directMemory() - before).isLessThan(1 << 20);
      isServed(server);
      for (var channel : silent) {
        channel.close();
      }
    }
  }

  @Test
  void whoReadsIsServedToTheEndWhileBlocksAreScarce() throws IOException, InterruptedException {
    var line = ("y".repeat(999) + "\n").getBytes(StandardCharsets.US_ASCII);
    var count = 20_000;
    try (var server = room(40, 64 << 20);
        var silent = SocketChannel.open(server.address());
        var reader = new Socket()) {
      silent.configureBlocking(false);
      for (int round = 0; round < 20; round++) {
        fill(silent, line);
        Thread.sleep(20);
      }
      reader.connect(server.address());
      reader.setSoTimeout(10_000);
      var sending =
          CompletableFuture.runAsync(() -> {
            try {
              for (int i = 0; i < count; i++) {
                reader.getOutputStream().write(line);
              }
            } catch (IOException _) {
              // The test fails for want of answers.
            }
          });
      for (int i = 0; i < count; i++) {
        assertThat(reader.getInputStream().readNBytes(line.length)).isEqualTo(line);
      }
      sending.join();
    }
  }

  private static long directMemory() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getMemoryUsed)
        .sum();
  }

  private static void fill(SocketChannel channel, byte[] line) {
    try {
      while (channel.write(ByteBuffer.wrap(line)) == line.length) {
        // More.
      }
    } catch (IOException _) {
      // It was broken off for want of room.
    }
  }

  @Test
  void whoNeverEndsAMessageIsBrokenOffWhenThereIsNoRoomForIt() throws IOException {
    try (var server = small();
        var endless = new Socket()) {
      endless.connect(server.address());
      endless.setSoTimeout(10_000);
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 1 << 16; i++) {
                  endless.getOutputStream().write(new byte[1024]);
                }
              })
          .isInstanceOf(IOException.class);
      isServed(server);
    }
  }

  /// Room for 40 blocks and a megabyte.
  private static StreamServer small() throws IOException {
    return room(40, 1 << 20);
  }

  private static StreamServer room(int blocks, int bytes) throws IOException {
    var gate = new Gate(Limits.usual(), new Traffic());
    return new RingServer<>(ANY, gate, Lines::new, 1, new Room(blocks, bytes));
  }

  private static void isServed(StreamServer server) throws IOException {
    var line = "here\n".getBytes(StandardCharsets.US_ASCII);
    try (var socket = new Socket()) {
      socket.connect(server.address());
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(line);
      assertThat(socket.getInputStream().readNBytes(line.length)).isEqualTo(line);
    }
  }
}
