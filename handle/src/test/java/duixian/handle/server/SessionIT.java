package duixian.handle.server;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.handle.key.SessionCipher;
import duixian.handle.key.SigningKey;
import duixian.handle.message.Answer;
import duixian.handle.message.Decoder;
import duixian.handle.message.Encoder;
import duixian.handle.message.Envelope;
import duixian.handle.message.Message;
import duixian.handle.message.Operation;
import duixian.handle.message.Request;
import duixian.handle.message.Request.SessionSetup;
import duixian.handle.message.Result;
import duixian.handle.transport.Limits;
import duixian.handle.value.Input;
import duixian.handle.value.Output;
import duixian.handle.value.Reference;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Security;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.crypto.Cipher;
import net.handle.hdllib.AbstractMessage;
import net.handle.hdllib.ClientSessionTracker;
import net.handle.hdllib.CreateHandleRequest;
import net.handle.hdllib.HandleException;
import net.handle.hdllib.HandleResolver;
import net.handle.hdllib.HandleValue;
import net.handle.hdllib.Interface;
import net.handle.hdllib.ResolutionRequest;
import net.handle.hdllib.ResolutionResponse;
import net.handle.hdllib.SessionSetupInfo;
import net.handle.hdllib.Util;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Sessions with ciphers: CNRI's client by Diffie-Hellman, our own bytes by every other exchange.
///
/// CNRI's client asks its Java for a transformation `RSA/EBC/PKCS1`, which none has; where
/// [MisspeltRsa] offers it, that client also takes a key hidden with its own RSA key. A key of its
/// own it sends under session 0, which names none.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all tests
class SessionIT {
  private static final Reference NOBODY = new Reference("", 0);

  private RunningNode usual;
  private RunningNode national;

  @BeforeAll
  void start(@TempDir Path directory) throws IOException, InterruptedException {
    usual = new RunningNode(directory.resolve("usual"));
    national = new RunningNode(directory.resolve("national"), Limits.usual(), true);
  }

  @AfterAll
  void stop() {
    usual.close();
    national.close();
  }

  @Test
  void theReferenceClientSpeaksEncrypted() throws HandleException, IOException {
    speaksEncrypted(new SessionSetupInfo(), "dh");
  }

  @ParameterizedTest
  @ValueSource(ints = {SessionSetup.CLIENT_CIPHER, SessionSetup.HANDLE_CIPHER})
  void theReferenceClientSpeaksEncryptedByAnRsaKey(int mode) throws Exception {
    var mine = SigningKey.Rsa.generate(2048);
    usual.allot(
        "88.610",
        1,
        false,
        List.of(
            duixian.handle.value.HandleValue.of(
                500, "HS_PUBKEY", usual.adminKey.verifying().toBytes())));
    var options =
        mode == SessionSetup.CLIENT_CIPHER
            ? new SessionSetupInfo(
                mode, Util.getPublicKeyFromBytes(mine.verifying().toBytes(), 0), mine.key())
            : new SessionSetupInfo("0.NA/88.610", 500, usual.adminKey.key());
    var offered = new MisspeltRsa();
    Security.addProvider(offered);
    try {
      speaksEncrypted(options, "rsa-" + mode);
    } finally {
      Security.removeProvider(offered.getName());
    }
  }

  private void speaksEncrypted(SessionSetupInfo options, String suffix)
      throws HandleException, IOException {
    options.encrypted = true;
    var client = new HandleResolver();
    client.setSessionTracker(new ClientSessionTracker(options));
    var id = Util.encodeString(RunningNode.PREFIX + "/encrypted-" + suffix);
    var hidden = new HandleValue(1, "PRICE", "12.50");
    hidden.setAnyoneCanRead(false);
    var create = new CreateHandleRequest(id, new HandleValue[] {hidden}, usual.byPublicKey());
    create.encrypt = true;
    var read = new ResolutionRequest(id, null, null, usual.byPublicKey());
    read.ignoreRestrictedValues = false;
    read.encrypt = true;

    var created = client.sendRequestToSite(create, usual.site(Interface.SP_HDL_TCP));
    assertThat(created.responseCode).as(created.toString()).isEqualTo(AbstractMessage.RC_SUCCESS);
    var answer = client.sendRequestToSite(read, usual.site(Interface.SP_HDL_TCP));

    assertThat(((ResolutionResponse) answer).getHandleValues()[0].getDataAsString())
        .isEqualTo("12.50");
    assertThat(answer.encrypt || answer.sessionId > 0).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"false, 1", "false, 2", "false, 3", "true, 1", "true, 2", "true, 3"})
  void everyExchangeLeadsToAnEncryptedAnswer(boolean chinese, int mode)
      throws IOException, GeneralSecurityException {
    var node = chinese ? national : usual;
    var cipher = chinese ? SessionCipher.SM4 : SessionCipher.AES;
    try (var wire = new Wire(node.server.tcp())) {
      var mine = SigningKey.Rsa.generate(2048);
      if (mode == SessionSetup.HANDLE_CIPHER) {
        node.allot(
            "88.60" + (chinese ? 1 : 0),
            1,
            false,
            List.of(
                duixian.handle.value.HandleValue.of(500, "HS_PUBKEY", mine.verifying().toBytes())));
      }
      var key = new Reference("0.NA/88.60" + (chinese ? 1 : 0), 500);
      var sent = mode == SessionSetup.CLIENT_CIPHER ? mine.verifying().toBytes() : new byte[0];
      var opened = wire.ask(setup(new SessionSetup(mode, 60, NOBODY, key, sent)));
      var data = ((Answer.SessionSetup) opened.body()).data();
      var id = opened.envelope().session();
      var shared =
          mode == SessionSetup.SERVER_CIPHER
              ? sendKey(wire, id, data, cipher)
              : received(mine, data, cipher);

      assertThat(heard(wire, id, shared, cipher)).isEqualTo(Result.SUCCESS);
    }
  }

  @Test
  void aKeyThatCannotBeReadOrWasNotExpectedIsRefused() throws IOException {
    try (var wire = new Wire(usual.server.tcp())) {
      var key = new Request.SessionKey(new byte[256]);
      var unexpected = Message.request(1, 0, Operation.SESSION_KEY, key).withSession(4711);
      assertThat(result(wire.ask(unexpected))).isEqualTo(Result.INVALID_SESSION_KEY);
      var missing = new Reference("0.NA/88.999", 1);
      var setup = new SessionSetup(SessionSetup.HANDLE_CIPHER, 60, NOBODY, missing, new byte[0]);
      assertThat(result(wire.ask(setup(setup)))).isEqualTo(Result.INVALID_SESSION_SETUP);
    }
  }

  private static Message setup(SessionSetup setup) {
    return Message.request(1, 0, Operation.SESSION_SETUP, setup);
  }

  private static byte[] sendKey(Wire wire, int id, byte[] theirs, SessionCipher cipher)
      throws IOException, GeneralSecurityException {
    var secret = new byte[16];
    Arrays.fill(secret, (byte) 7);
    var in = new Input(theirs);
    in.text();
    in.int2();
    var exponent = new java.math.BigInteger(1, in.block());
    var modulus = new java.math.BigInteger(1, in.block());
    var rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
    rsa.init(
        Cipher.ENCRYPT_MODE,
        KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent)));
    var hidden = rsa.doFinal(new Output().int4(cipher.code()).raw(secret).toBytes());
    var sent = Message.request(2, 0, Operation.SESSION_KEY, new Request.SessionKey(hidden));
    assertThat(result(wire.ask(sent.withSession(id)))).isEqualTo(Result.SUCCESS);
    return secret;
  }

  private static byte[] received(SigningKey.Rsa mine, byte[] data, SessionCipher cipher)
      throws GeneralSecurityException {
    var rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
    rsa.init(Cipher.DECRYPT_MODE, mine.key());
    var plain = new Input(rsa.doFinal(data));
    assertThat(plain.int4()).isEqualTo(cipher.code());
    return plain.raw(16);
  }

  /// Asks for the heartbeat under the cipher and reads the answer under it.
  private static Result heard(Wire wire, int id, byte[] key, SessionCipher cipher)
      throws IOException {
    var ask = new Request.Resolve(Request.Resolve.HEARTBEAT, List.of(), List.of());
    var plain = Encoder.encode(Message.request(3, 0, Operation.RESOLVE, ask).withSession(id));
    var hidden = cipher.encrypt(key, Arrays.copyOfRange(plain, Envelope.SIZE, plain.length));
    var envelope = Envelope.read(new Input(plain));
    var out = new Output();
    envelope.withFlags(Envelope.ENCRYPTED).withLength(hidden.length).write(out);
    wire.send(out.raw(hidden).toBytes());
    var answer = wire.receiveRaw();
    assertThat(answer.envelope().has(Envelope.ENCRYPTED)).isTrue();
    return result(Decoder.decode(answer.envelope(), cipher.decrypt(key, answer.rest())));
  }

  private static Result result(Message answer) {
    return Objects.requireNonNull(Result.of(answer.header().result()));
  }
}
