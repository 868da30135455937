package duixian.bench.node.load;

import duixian.handle.key.SecretProof;
import duixian.handle.message.Answer;
import duixian.handle.message.Decoder;
import duixian.handle.message.Encoder;
import duixian.handle.message.Envelope;
import duixian.handle.message.Message;
import duixian.handle.message.Operation;
import duixian.handle.message.Request;
import duixian.handle.value.Input;
import duixian.handle.value.Output;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;

/// Writes `depth` requests at once on a connection that stays open and reads as many answers.
final class TcpClient implements Load.Client {
  private static final int RESULT_AT = 4;
  private final Socket socket;
  private final DataInputStream in;
  private final int depth;
  private final Requests requests;
  private final byte[] head = new byte[Envelope.SIZE];
  private byte[] rest = new byte[4096];
  private int request;

  /// With `login`, as the administrator whose key [Served] has.
  TcpClient(int port, int depth, Requests requests, boolean login) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(20_000);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
    this.depth = depth;
    this.requests = requests;
    if (login) {
      login();
    }
  }

  @Override
  public int round() throws IOException {
    var all = new ByteArrayOutputStream(depth * 160);
    for (int i = 0; i < depth; i++) {
      all.writeBytes(requests.next(++request));
    }
    socket.getOutputStream().write(all.toByteArray());
    int succeeded = 0;
    for (int i = 0; i < depth; i++) {
      read();
      succeeded += ByteBuffer.wrap(rest).getInt(RESULT_AT) <= 1 ? 1 : 0;
    }
    return succeeded;
  }

  private int read() throws IOException {
    in.readFully(head);
    var length = ByteBuffer.wrap(head).getInt(Envelope.SIZE - 4);
    if (length > rest.length) {
      rest = new byte[length];
    }
    in.readFully(rest, 0, length);
    return length;
  }

  /// The login of the Chinese dialect: a challenge answered once for the whole connection.
  private void login() throws IOException {
    var ask = Message.request(++request, 0, Operation.LOGIN, new Request.Login(Identifiers.ADMIN));
    var challenge = ask(ask);
    if (challenge.body() instanceof Answer.Challenge(var nonce)) {
      var digest = Objects.requireNonNull(challenge.digest());
      var asked = new Output().raw(nonce).raw(digest.value()).toBytes();
      var proof = SecretProof.withSm3(Identifiers.SECRET, asked);
      var answer = new Request.ChallengeAnswer("HS_SECKEY", Identifiers.ADMIN, proof);
      var session = challenge.envelope().session();
      ask(Message.request(++request, 0, Operation.ANSWER_CHALLENGE, answer).withSession(session));
    }
  }

  private Message ask(Message message) throws IOException {
    socket.getOutputStream().write(Encoder.encode(message));
    var length = read();
    return Decoder.decode(Envelope.read(new Input(head)), Arrays.copyOf(rest, length));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
