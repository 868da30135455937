package duixian.handle.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import duixian.handle.message.Encoder;
import duixian.handle.message.Header;
import duixian.handle.message.Message;
import duixian.handle.message.Operation;
import duixian.handle.message.Request;
import duixian.handle.value.Output;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Wireshark's own reading of our packets (its dissector is called `do-irp`), where tshark is
/// installed.
class DissectorIT {
  private static final int PORT = 2641;

  @Test
  void wiresharkFindsNoMalformedPacket(@TempDir Path directory)
      throws IOException, InterruptedException {
    assumeThat(protocols()).contains("do-irp");
    var packets = new ArrayList<byte[]>();
    try (var node = new RunningNode(directory);
        var socket = new DatagramSocket()) {
      socket.setSoTimeout(5000);
      for (var request : requests()) {
        var bytes = Encoder.encode(request);
        socket.send(new DatagramPacket(bytes, bytes.length, node.server.udp()));
        var answer = new DatagramPacket(new byte[1024], 1024);
        socket.receive(answer);
        packets.add(java.util.Arrays.copyOf(answer.getData(), answer.getLength()));
      }
    }
    var capture = directory.resolve("answers.pcap");
    Files.write(capture, pcap(packets));

    var read = tshark(capture, "-V");

    assertThat(read).contains("Digital Object Identifier Resolution Protocol");
    assertThat(tshark(capture, "-Y", "_ws.malformed")).isEmpty();
  }

  private static List<Message> requests() {
    return List.of(
        resolve(1, "0"),
        resolve(2, RunningNode.OWNER),
        resolve(3, RunningNode.PREFIX + "/none"),
        Message.request(4, 0, Operation.SITE_INFO, new Request.SiteInfo("/")),
        Message.request(5, 0, Operation.DELETE, new Request.Delete(RunningNode.PREFIX + "/x")));
  }

  private static Message resolve(int id, String handle) {
    return Message.request(
        id,
        Header.PUBLIC_ONLY,
        Operation.RESOLVE,
        new Request.Resolve(handle, List.of(), List.of()));
  }

  /// A capture file of raw IPv4 packets from the port of the protocol.
  private static byte[] pcap(List<byte[]> payloads) {
    var out = new Output().int4(0xa1b2c3d4).int2(2).int2(4).int4(0).int4(0).int4(65_535).int4(101);
    for (var payload : payloads) {
      var length = 28 + payload.length;
      out.int4(0).int4(0).int4(length).int4(length);
      out.int2(0x4500).int2(length).int4(0).int1(64).int1(17).int2(0);
      out.int4(0x7f000001).int4(0x7f000001);
      out.int2(PORT).int2(40_000).int2(8 + payload.length).int2(0).raw(payload);
    }
    return out.toBytes();
  }

  /// Older releases of tshark do not know the protocol.
  private static String protocols() throws InterruptedException {
    try {
      return run(List.of("tshark", "-G", "protocols"));
    } catch (IOException _) {
      return "";
    }
  }

  private static String tshark(Path capture, String... options)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("tshark", "-r", capture.toString()));
    command.addAll(List.of("-d", "udp.port==" + PORT + ",do-irp"));
    command.addAll(List.of(options));
    return run(command);
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    var read = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return read;
  }
}
