package duixian.handle.server;

import duixian.handle.message.Decoder;
import duixian.handle.message.Encoder;
import duixian.handle.message.Envelope;
import duixian.handle.message.Message;
import duixian.handle.value.Input;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/// A TCP connection that speaks the protocol as bytes.
final class Wire implements AutoCloseable {
  private final Socket socket = new Socket();
  private final DataInputStream in;

  Wire(InetSocketAddress address) throws IOException {
    socket.connect(address, 5000);
    socket.setSoTimeout(5000);
    in = new DataInputStream(socket.getInputStream());
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  Message ask(Message request) throws IOException {
    send(Encoder.encode(request));
    return receive();
  }

  Message receive() throws IOException {
    var raw = receiveRaw();
    return Decoder.decode(raw.envelope(), raw.rest());
  }

  /// A message behind its envelope as it came.
  @SuppressWarnings("ArrayRecordComponent")
  record Raw(Envelope envelope, byte[] rest) {}

  Raw receiveRaw() throws IOException {
    var start = new byte[Envelope.SIZE];
    in.readFully(start);
    var envelope = Envelope.read(new Input(start));
    var rest = new byte[envelope.length()];
    in.readFully(rest);
    return new Raw(envelope, rest);
  }

  /// Whether the other side has closed.
  boolean closed() throws IOException {
    return in.read() < 0;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
