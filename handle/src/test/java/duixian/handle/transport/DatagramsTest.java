package duixian.handle.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duixian.handle.linux.Calls;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatagramsTest {
  private static final InetSocketAddress FREE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  private static final int ROOM = 512;

  private final List<AutoCloseable> open = new ArrayList<>();

  /// Both, where there are both.
  static List<Binding> bindings() {
    return Calls.areKnown()
        ? List.of(LinuxDatagrams::bind, SingleDatagrams::bind)
        : List.of(SingleDatagrams::bind);
  }

  interface Binding {
    Datagrams bind(InetSocketAddress address) throws IOException;
  }

  @AfterEach
  void close() throws Exception {
    for (var each : open) {
      each.close();
    }
  }

  @ParameterizedTest
  @MethodSource("bindings")
  void everyPacketOfManyIsAnsweredToItsSender(Binding binding) throws IOException {
    var server = kept(binding.bind(FREE));
    var batch = server.batch(ROOM);
    var clients = List.of(client(), client());
    for (int i = 0; i < 200; i++) {
      send(clients.get(i % 2), "question " + i, server.address());
    }

    var answered = 0;
    while (answered < 200) {
      var count = batch.receive();
      for (int i = 0; i < count; i++) {
        var question = new byte[batch.length(i)];
        batch.packets().get(batch.at(i), question);
        batch.answer(i).put(question).put((byte) '!');
        batch.answered(i);
      }
      batch.flush();
      answered += count;
    }

    for (int client = 0; client < 2; client++) {
      var heard = new HashSet<String>();
      for (int i = 0; i < 100; i++) {
        heard.add(receive(clients.get(client)));
      }
      assertThat(heard).hasSize(100).contains("question " + (198 + client) + "!");
    }
  }

  @ParameterizedTest
  @MethodSource("bindings")
  void aPacketTellsWhereItCameFrom(Binding binding) throws IOException {
    var server = kept(binding.bind(FREE));
    var batch = server.batch(ROOM);
    var client = client();
    send(client, "x".repeat(60_000), server.address());

    assertThat(batch.receive()).isEqualTo(1);
    assertThat(batch.length(0)).isEqualTo(60_000);
    assertThat(batch.from(0).getPort()).isEqualTo(client.getLocalPort());
    assertThat(batch.source(0)).isEqualTo(Sources.of(batch.from(0))).isEqualTo(0x7f000001);
  }

  @ParameterizedTest
  @MethodSource("bindings")
  void onePacketIsSentFromAnyThread(Binding binding) throws Exception {
    var server = kept(binding.bind(FREE));
    var client = client();
    var to = (InetSocketAddress) client.getLocalSocketAddress();
    var sender = Thread.ofVirtual().start(() -> sendQuietly(server, to));

    assertThat(receive(client)).isEqualTo("told");
    sender.join();
  }

  private static void sendQuietly(Datagrams server, InetSocketAddress to) {
    try {
      server.send("told".getBytes(StandardCharsets.US_ASCII), to);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("bindings")
  void whoWaitsForNothingIsLetGo(Binding binding) throws IOException {
    assertThat(kept(binding.bind(FREE)).batch(ROOM).receive()).isZero();
  }

  @ParameterizedTest
  @MethodSource("bindings")
  void aPortInUseIsRefused(Binding binding) throws IOException {
    var taken = kept(binding.bind(FREE)).address();

    assertThatThrownBy(() -> binding.bind(taken)).isInstanceOf(IOException.class);
  }

  @Test
  void whatIsClosedSendsNothing() throws IOException {
    var server = Datagrams.bind(FREE);
    server.close();

    assertThatThrownBy(() -> server.send(new byte[1], FREE)).isInstanceOf(IOException.class);
  }

  private <T extends AutoCloseable> T kept(T each) {
    open.add(each);
    return each;
  }

  private DatagramSocket client() throws SocketException {
    var client = kept(new DatagramSocket(FREE));
    client.setSoTimeout(5000);
    return client;
  }

  private static void send(DatagramSocket client, String text, InetSocketAddress to)
      throws IOException {
    var bytes = text.getBytes(StandardCharsets.US_ASCII);
    client.send(new DatagramPacket(bytes, bytes.length, to));
  }

  private static String receive(DatagramSocket client) throws IOException {
    var packet = new DatagramPacket(new byte[ROOM], ROOM);
    client.receive(packet);
    return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.US_ASCII);
  }
}
