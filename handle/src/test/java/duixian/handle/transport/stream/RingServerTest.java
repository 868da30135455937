package duixian.handle.transport.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import duixian.handle.linux.Ring;
import duixian.handle.transport.Gate;
import duixian.handle.transport.Limits;
import duixian.handle.transport.Traffic;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
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
}
