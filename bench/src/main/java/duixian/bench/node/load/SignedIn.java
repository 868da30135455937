package duixian.bench.node.load;

import duixian.bench.node.request.Identifiers;
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
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Objects;

/// The login of the Chinese dialect: a challenge answered once for the whole connection, as the
/// administrator whose key [duixian.bench.node.Served] has.
final class SignedIn {
  private final SocketChannel channel;

  private SignedIn(SocketChannel channel) {
    this.channel = channel;
  }

  static Connections all(Connections connections) throws IOException {
    for (int i = 0; i < connections.count(); i++) {
      new SignedIn(connections.channel(i)).login();
    }
    return connections;
  }

  private void login() throws IOException {
    var ask = Message.request(1, 0, Operation.LOGIN, new Request.Login(Identifiers.ADMIN));
    var challenge = ask(ask);
    if (challenge.body() instanceof Answer.Challenge(var nonce)) {
      var digest = Objects.requireNonNull(challenge.digest());
      var asked = new Output().raw(nonce).raw(digest.value()).toBytes();
      var proof = SecretProof.withSm3(Identifiers.SECRET, asked);
      var answer = new Request.ChallengeAnswer("HS_SECKEY", Identifiers.ADMIN, proof);
      var session = challenge.envelope().session();
      ask(Message.request(2, 0, Operation.ANSWER_CHALLENGE, answer).withSession(session));
    }
  }

  private Message ask(Message message) throws IOException {
    channel.write(ByteBuffer.wrap(Encoder.encode(message)));
    var head = read(Envelope.SIZE);
    var envelope = Envelope.read(new Input(head));
    return Decoder.decode(envelope, read(envelope.length()));
  }

  private byte[] read(int length) throws IOException {
    var into = ByteBuffer.allocate(length);
    while (into.hasRemaining()) {
      if (channel.read(into) < 0) {
        throw new EOFException();
      }
    }
    return Arrays.copyOf(into.array(), length);
  }
}
