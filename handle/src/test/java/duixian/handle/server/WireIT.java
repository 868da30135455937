package duixian.handle.server;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.handle.key.SecretProof;
import duixian.handle.key.SigningKey;
import duixian.handle.message.Answer;
import duixian.handle.message.Encoder;
import duixian.handle.message.Envelope;
import duixian.handle.message.Header;
import duixian.handle.message.Message;
import duixian.handle.message.Operation;
import duixian.handle.message.Request;
import duixian.handle.message.Result;
import duixian.handle.transport.Limits;
import duixian.handle.value.AdminRecord;
import duixian.handle.value.HandleValue;
import duixian.handle.value.Output;
import duixian.handle.value.Reference;
import duixian.handle.value.SiteInfo;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The protocol byte by byte: pipelining, the Chinese dialect, referral, wrong bytes and limits.
@SuppressWarnings("NullAway.Init") // set before each test
class WireIT {
  private static final Reference OWNER = new Reference(RunningNode.OWNER, 301);

  @TempDir Path directory;
  private RunningNode node;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    node = new RunningNode(directory);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void pipelinedRequestsAreAllAnsweredByTheirIds() throws IOException {
    try (var wire = new Wire(node.server.tcp())) {
      login(wire);
      var all = new Output(1 << 16);
      for (var i = 0; i < 400; i++) {
        all.raw(Encoder.encode(create(i, "p-" + i)));
      }
      wire.send(all.toBytes());

      var seen = new HashSet<Integer>();
      for (var i = 0; i < 400; i++) {
        var answer = wire.receive();
        assertThat(Result.of(answer.header().result())).isIn(Result.SUCCESS, Result.BUSY);
        seen.add(answer.envelope().request());
      }
      assertThat(seen).hasSize(400);
    }
  }

  @Test
  void aLoginHoldsForItsConnectionOnly() throws IOException {
    try (var wire = new Wire(node.server.tcp());
        var other = new Wire(node.server.tcp())) {
      assertThat(result(login(wire))).isEqualTo(Result.SUCCESS);
      assertThat(result(wire.ask(create(2, "login-1")))).isEqualTo(Result.SUCCESS);
      assertThat(result(wire.ask(request(3, Operation.LOGIN, new Request.Login(OWNER)))))
          .isEqualTo(Result.LOGGED_IN_ALREADY);
      assertThat(result(other.ask(create(4, "login-2")))).isEqualTo(Result.AUTHENTICATION_NEEDED);
    }
  }

  @Test
  void quotasAreToldInTheDialectAfterALogin() throws IOException {
    node.allot("88.401", 1, false, List.of());
    try (var wire = new Wire(node.server.tcp())) {
      login(wire);
      node.node.prefixes().suspend(RunningNode.PREFIX, "欠费");
      assertThat(result(wire.ask(create(2, "suspended")))).isEqualTo(Result.PREFIX_NOT_ALLOTTED);
    }
  }

  @Test
  void theDialectKnowsTheNumbersOfQuotaAndRate() throws IOException, InterruptedException {
    var admin = new AdminRecord(AdminRecord.ALL, OWNER).toBytes();
    node.allot("88.404", 1, false, List.of(HandleValue.of(103, AdminRecord.TYPE, admin)));
    try (var other = NodeServer.start(node.node, Ports.free(), slow(), node.ledger.clock());
        var wire = new Wire(other.tcp())) {
      login(wire);
      var one = new Request.Create("88.404/a", List.of(HandleValue.of(1, "URL", "a")));
      var two = new Request.Create("88.404/b", List.of(HandleValue.of(1, "URL", "b")));
      assertThat(result(wire.ask(request(2, Operation.CREATE, one)))).isEqualTo(Result.SUCCESS);
      assertThat(wire.ask(request(3, Operation.CREATE, two)).header().result()).isEqualTo(603);
      var results = new HashSet<Integer>();
      for (var i = 0; i < 60; i++) {
        results.add(wire.ask(resolve(i, "0")).header().result());
      }
      assertThat(results).contains(605);
    }
  }

  @Test
  void theHeartbeatIsAnswered() throws IOException {
    try (var wire = new Wire(node.server.tcp())) {
      assertThat(result(wire.ask(resolve(1, "0")))).isEqualTo(Result.SUCCESS);
      assertThat(result(wire.ask(resolve(2, "0")))).isEqualTo(Result.SUCCESS);
    }
  }

  @Test
  void anSm2KeyProvesAnAdministratorWithSm3() throws IOException {
    var key = SigningKey.Sm2.generate();
    var ed = SigningKey.Ed25519.generate();
    node.allot(
        "88.402",
        10,
        false,
        List.of(
            HandleValue.of(400, "HS_PUBKEY", key.verifying().toBytes()),
            HandleValue.of(401, "HS_PUBKEY", ed.verifying().toBytes())));
    try (var wire = new Wire(node.server.tcp())) {
      assertThat(result(sign(wire, 1, key, new Reference("0.NA/88.402", 400))))
          .isEqualTo(Result.SUCCESS);
    }
    try (var wire = new Wire(node.server.tcp())) {
      assertThat(result(sign(wire, 1, ed, new Reference("0.NA/88.402", 401))))
          .isEqualTo(Result.SUCCESS);
    }
    try (var wire = new Wire(node.server.tcp())) {
      assertThat(
              result(sign(wire, 1, SigningKey.Sm2.generate(), new Reference("0.NA/88.402", 400))))
          .isEqualTo(Result.AUTHENTICATION_FAILED);
    }
  }

  @Test
  void aSelfHostedPrefixIsReferred() throws IOException {
    var theirs =
        new SiteInfo(
            1,
            true,
            (byte) 2,
            Map.of(),
            List.of(
                new SiteInfo.Server(
                    1,
                    new byte[16],
                    new byte[0],
                    List.of(
                        new SiteInfo.Interface(
                            SiteInfo.Interface.BOTH, SiteInfo.Transport.TCP, 2641)))));
    node.allot("88.403", 10, true, List.of(HandleValue.of(1, "HS_SITE", theirs.toBytes())));
    try (var wire = new Wire(node.server.tcp())) {
      var answer = wire.ask(resolve(1, "88.403/x"));

      assertThat(result(answer)).isEqualTo(Result.SERVICE_REFERRAL);
      assertThat(answer.body())
          .isInstanceOfSatisfying(
              Answer.Referral.class,
              to -> assertThat(SiteInfo.read(to.values().getFirst().data()).servers()).hasSize(1));
      var described = new Request.Resolve("0.NA/88.403", List.of(), List.of());
      var prefix = wire.ask(Message.request(2, Header.PUBLIC_ONLY, Operation.RESOLVE, described));
      assertThat(result(prefix)).isEqualTo(Result.SUCCESS);
      var stay =
          Message.request(
              3,
              Header.DO_NOT_REFER,
              Operation.RESOLVE,
              new Request.Resolve("88.403/x", List.of(), List.of()));
      assertThat(result(wire.ask(stay))).isEqualTo(Result.HANDLE_NOT_FOUND);
    }
  }

  @Test
  void aChangedIdentifierIsNeverAnsweredFromTheCache() throws IOException {
    try (var wire = new Wire(node.server.tcp())) {
      login(wire);
      wire.ask(create(2, "cache-1"));
      for (var i = 0; i < 50; i++) {
        var value = HandleValue.of(1, "URL", "http://a.cn/" + i);
        var modify = new Request.Modify(RunningNode.PREFIX + "/cache-1", List.of(value));
        assertThat(result(wire.ask(request(10 + i, Operation.MODIFY, modify))))
            .isEqualTo(Result.SUCCESS);
        for (var again = 0; again < 3; again++) {
          assertThat(first(wire.ask(resolve(99, RunningNode.PREFIX + "/cache-1"))))
              .isEqualTo("http://a.cn/" + i);
        }
      }
    }
  }

  @Test
  void wrongBytesNeverBreakTheNode() throws IOException {
    var random = new Random(7);
    var good = Encoder.encode(create(1, "fuzz"));
    for (var round = 0; round < 300; round++) {
      var bytes = good.clone();
      for (var i = random.nextInt(1, 6); i > 0; i--) {
        bytes[Envelope.SIZE + random.nextInt(bytes.length - Envelope.SIZE)] =
            (byte) random.nextInt();
      }
      try (var wire = new Wire(node.server.tcp())) {
        wire.send(bytes);
        assertThat(wire.receive().header().result()).isNotZero();
        assertThat(result(wire.ask(resolve(2, "0")))).isEqualTo(Result.SUCCESS);
      }
    }
  }

  @Test
  void aMessageTooLongIsRefusedAndClosed() throws IOException {
    var start = new Output();
    Envelope.of(0, 5).withLength(1 << 30).write(start);
    Header.request(Operation.CREATE, 0).write(start);
    try (var wire = new Wire(node.server.tcp())) {
      wire.send(start.toBytes());

      assertThat(result(wire.receive())).isEqualTo(Result.PROTOCOL_ERROR);
      assertThat(wire.closed()).isTrue();
    }
  }

  @Test
  void wrongUdpPacketsAreDroppedOrAnswered() throws IOException {
    try (var socket = new DatagramSocket()) {
      socket.setSoTimeout(5000);
      var random = new Random(11);
      for (var i = 0; i < 500; i++) {
        var bytes = new byte[random.nextInt(600)];
        random.nextBytes(bytes);
        socket.send(new DatagramPacket(bytes, bytes.length, node.server.udp()));
      }
      assertThat(heartbeat(socket)).isTrue();
    }
  }

  @Test
  void aSourceTooFastIsTold() throws IOException, InterruptedException {
    try (var other = NodeServer.start(node.node, Ports.free(), slow(), node.ledger.clock());
        var wire = new Wire(other.tcp())) {
      var results = new HashSet<Result>();
      for (var i = 0; i < 60; i++) {
        results.add(result(wire.ask(resolve(i, "0"))));
      }
      assertThat(results).contains(Result.SUCCESS, Result.RATE_EXCEEDED);
      try (var second = new Wire(other.tcp());
          var third = new Wire(other.tcp())) {
        assertThat(answers(second) ^ answers(third)).isTrue();
      }
    }
  }

  /// Two connections and twenty requests a second from one source.
  private static Limits slow() {
    var usual = Limits.usual();
    return new Limits(
        usual.connections(), 2, usual.inFlight(), 20, usual.idleSeconds(), usual.httpBody());
  }

  private static boolean answers(Wire wire) {
    try {
      return wire.ask(resolve(1, "0")).header().result() != 0;
    } catch (IOException _) {
      return false; // closed by the node
    }
  }

  /// Asks until it is answered: the flood before may have filled the socket's buffer.
  private boolean heartbeat(DatagramSocket socket) throws IOException {
    var good = Encoder.encode(resolve(77, "0"));
    var answer = new DatagramPacket(new byte[512], 512);
    socket.setSoTimeout(200);
    for (var i = 0; i < 1000; i++) {
      try {
        socket.send(new DatagramPacket(good, good.length, node.server.udp()));
        socket.receive(answer);
        if (java.nio.ByteBuffer.wrap(answer.getData()).getInt(8) == 77) {
          return true;
        }
      } catch (SocketTimeoutException _) {
        // Lost, as packets may be.
      }
    }
    return false;
  }

  private static Message sign(Wire wire, int id, SigningKey key, Reference who) throws IOException {
    var asked = wire.ask(request(id, Operation.LOGIN, new Request.Login(who)));
    var proof = new Output().text(key.digest()).block(key.sign(challenge(asked))).toBytes();
    return answer(wire, asked, "HS_PUBKEY", who, proof);
  }

  private static Message login(Wire wire) throws IOException {
    var asked = wire.ask(request(1, Operation.LOGIN, new Request.Login(OWNER)));
    var proof = SecretProof.withSm3(RunningNode.SECRET, challenge(asked));
    return answer(wire, asked, "HS_SECKEY", OWNER, proof);
  }

  private static byte[] challenge(Message asked) {
    var digest = java.util.Objects.requireNonNull(asked.digest());
    var nonce = ((Answer.Challenge) asked.body()).nonce();
    return new Output().raw(nonce).raw(digest.value()).toBytes();
  }

  private static Message answer(
      Wire wire, Message challenge, String kind, Reference who, byte[] proof) throws IOException {
    return wire.ask(
        request(1, Operation.ANSWER_CHALLENGE, new Request.ChallengeAnswer(kind, who, proof))
            .withSession(challenge.envelope().session()));
  }

  private static Message create(int id, String suffix) {
    var value = HandleValue.of(1, "URL", "http://example.cn/" + suffix);
    return request(
        id,
        Operation.CREATE,
        new Request.Create(RunningNode.PREFIX + "/" + suffix, List.of(value)));
  }

  private static Message resolve(int id, String handle) {
    return request(id, Operation.RESOLVE, new Request.Resolve(handle, List.of(), List.of()));
  }

  private static Message request(int id, Operation operation, Request body) {
    return Message.request(id, 0, operation, body);
  }

  private static Result result(Message answer) {
    return java.util.Objects.requireNonNull(Result.of(answer.header().result()));
  }

  private static String first(Message answer) {
    return ((Answer.Values) answer.body()).values().getFirst().text();
  }
}
