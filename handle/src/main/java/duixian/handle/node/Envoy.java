package duixian.handle.node;

import duixian.handle.key.Digests;
import duixian.handle.key.Session;
import duixian.handle.message.Credential;
import duixian.handle.message.Decoder;
import duixian.handle.message.Digest;
import duixian.handle.message.Encoder;
import duixian.handle.message.Envelope;
import duixian.handle.message.Header;
import duixian.handle.message.Message;
import duixian.handle.message.Result;
import duixian.handle.registry.Authority;
import duixian.handle.value.Input;
import duixian.handle.value.Malformed;
import duixian.handle.value.Output;
import duixian.handle.value.Reference;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Between bytes and meaning: opens a request (cipher, session, login), and closes its answers
/// (digest, signature, MAC, cipher).
///
/// Whatever comes in, nothing is thrown and memory is bounded by the message: what cannot be read
/// is answered with a protocol error, and dropped when not even its envelope can.
public final class Envoy {
  private static final System.Logger LOG = System.getLogger(Envoy.class.getName());
  private static final int ANSWER_LIFE_S = 12 * 3600;

  private final Node node;

  public Envoy(Node node) {
    this.node = node;
  }

  /// Answers a whole message; may wait for the store, and may tell the answer later on another
  /// thread.
  public void answer(byte[] message, Caller caller, Consumer<byte[]> to) {
    if (message.length < Envelope.SIZE) {
      node.counting().malformed(caller);
      return;
    }
    try {
      var envelope = Envelope.read(new Input(message));
      answer(envelope, Arrays.copyOfRange(message, Envelope.SIZE, message.length), caller, to);
    } catch (Malformed _) {
      node.counting().malformed(caller);
    }
  }

  /// The same with the envelope already read.
  public void answer(Envelope envelope, byte[] rest, Caller caller, Consumer<byte[]> to) {
    var session = envelope.session() == 0 ? null : node.sessions().get(envelope.session());
    try {
      var encrypted = envelope.has(Envelope.ENCRYPTED);
      if (encrypted && session == null) {
        to.accept(Encoder.encode(refusal(envelope, rest, Result.SESSION_TIMEOUT)));
        return;
      }
      var plain = encrypted && session != null ? session.decrypt(rest) : rest;
      var asked = Decoder.decode(envelope, plain);
      var signed = Encoder.signedPart(plain);
      var authority = authority(asked, signed, session, caller);
      if (authority == null) {
        to.accept(Encoder.encode(refusal(envelope, plain, Result.SESSION_REJECTED)));
        return;
      }
      node.answer(
          asked,
          signed,
          authority,
          caller,
          answer -> {
            var known = translated(answer, caller);
            to.accept(closed(known, asked, signed, session, encrypted));
          });
    } catch (Malformed _) {
      node.counting().malformed(caller);
      to.accept(Encoder.encode(refusal(envelope, rest, Result.PROTOCOL_ERROR)));
    } catch (RuntimeException e) {
      // A mistake of ours, or the disk: the client is told and nobody waits.
      LOG.log(System.Logger.Level.ERROR, "request " + envelope.request(), e);
      to.accept(Encoder.encode(refusal(envelope, rest, Result.ERROR)));
    }
  }

  /// As whom it is asked; null when it carries a MAC that is wrong or was used before.
  private static @Nullable Authority authority(
      Message asked, byte[] signed, @Nullable Session session, Caller caller) {
    var credential = asked.credential();
    if (session != null && credential != null && credential.kind().equals(Credential.MAC)) {
      var proven = Encoder.provenPart(asked.envelope(), credential.counter(), signed);
      if (!session.accepts(proven, credential)) {
        return null;
      }
      return as(session.administrator());
    }
    return as(caller.login());
  }

  private static Authority as(@Nullable Reference who) {
    return who == null ? new Authority.Anyone() : new Authority.Administrator(who);
  }

  /// Clients that know only the protocol's own numbers get those; who logged in by 2001 knows ours.
  private static Message translated(Message answer, Caller caller) {
    var result = Result.of(answer.header().result());
    return result == null || caller.login() != null ? answer : answer.withResult(result.usual());
  }

  private byte[] closed(
      Message answer, Message asked, byte[] signed, @Nullable Session session, boolean encrypted) {
    var message = answer.withExpiration((int) (node.clock().millis() / 1000) + ANSWER_LIFE_S);
    if (asked.header().has(Header.RETURN_DIGEST) && message.digest() == null) {
      var algorithm = asked.envelope().speaks(4) ? Digest.SHA256 : Digest.SHA1;
      message = message.withDigest(Digests.of(algorithm, signed));
    }
    if (asked.header().has(Header.CERTIFY)) {
      message = message.withFlags(Header.CERTIFY);
      var credential = asked.credential();
      var counter = credential == null ? 0 : credential.counter();
      var part = Encoder.provenPart(message.envelope(), counter, Encoder.signedPart(message));
      message =
          message.withCredential(
              session != null && credential != null ? session.sign(part, counter) : sign(part));
    }
    if (!encrypted || session == null) {
      return Encoder.encode(message);
    }
    var bytes = Encoder.encode(message);
    var hidden = session.encrypt(Arrays.copyOfRange(bytes, Envelope.SIZE, bytes.length));
    var envelope = message.envelope();
    var out = new Output(Envelope.SIZE + hidden.length);
    envelope.withFlags(envelope.flags() | Envelope.ENCRYPTED).withLength(hidden.length).write(out);
    return out.raw(hidden).toBytes();
  }

  private Credential sign(byte[] part) {
    var key = node.key();
    return new Credential(0, new Reference("", 0), Credential.SIGNED, key.digest(), key.sign(part));
  }

  private static Message refusal(Envelope envelope, byte[] rest, Result result) {
    try {
      return Message.refusal(envelope, Header.read(new Input(rest)), result);
    } catch (Malformed _) {
      return Message.refusal(envelope, new Header(0, 0, 0, 0, 0, (byte) 0, 0, 0), result);
    }
  }
}
