package duixian.handle.server;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.handle.key.SecretProof;
import duixian.handle.message.Answer;
import duixian.handle.message.Encoder;
import duixian.handle.message.Message;
import duixian.handle.message.Operation;
import duixian.handle.message.Request;
import duixian.handle.message.Result;
import duixian.handle.value.HandleValue;
import duixian.handle.value.Output;
import duixian.handle.value.Reference;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopIT {
  private static final Reference OWNER = new Reference(RunningNode.OWNER, 301);
  private static final int CREATES = 200;

  @Test
  void everyCreateThatIsDoneWhenTheNodeStopsIsAnswered(@TempDir Path directory)
      throws IOException, InterruptedException {
    var node = new RunningNode(directory);
    try (var wire = new Wire(node.server.tcp())) {
      login(wire);
      var all = new Output(1 << 16);
      for (var i = 0; i < CREATES; i++) {
        all.raw(Encoder.encode(create(i)));
      }
      wire.send(all.toBytes());
      var answered = new BitSet();
      var first = wire.receive();
      answered.set(first.envelope().request(), Result.SUCCESS.is(first.header()));
      var stopping = Thread.ofPlatform().start(node.server::close);
      read(wire, answered);
      stopping.join(10_000);

      assertThat(answered.cardinality()).isPositive();
      for (var i = 0; i < CREATES; i++) {
        var id = (RunningNode.PREFIX + "/stop-" + i).getBytes(StandardCharsets.UTF_8);
        assertThat(node.ledger.store().get(id) != null)
            .as("create " + i)
            .isEqualTo(answered.get(i));
      }
    } finally {
      node.ledger.close();
    }
  }

  private static void read(Wire wire, BitSet answered) throws IOException {
    try {
      while (true) {
        var answer = wire.receive();
        answered.set(answer.envelope().request(), Result.SUCCESS.is(answer.header()));
      }
    } catch (EOFException _) {
      // The node has closed.
    }
  }

  private static void login(Wire wire) throws IOException {
    var asked = wire.ask(Message.request(999, 0, Operation.LOGIN, new Request.Login(OWNER)));
    var nonce = ((Answer.Challenge) asked.body()).nonce();
    var digest = Objects.requireNonNull(asked.digest()).value();
    var challenge = new Output().raw(nonce).raw(digest).toBytes();
    var proof = SecretProof.withSm3(RunningNode.SECRET, challenge);
    var answer = new Request.ChallengeAnswer("HS_SECKEY", OWNER, proof);
    var session = asked.envelope().session();
    wire.ask(Message.request(999, 0, Operation.ANSWER_CHALLENGE, answer).withSession(session));
  }

  private static Message create(int number) {
    var value = HandleValue.of(1, "URL", "http://example.cn/" + number);
    var ask = new Request.Create(RunningNode.PREFIX + "/stop-" + number, List.of(value));
    return Message.request(number, 0, Operation.CREATE, ask);
  }
}
