package duixian.handle.message;

import duixian.handle.value.HandleValue;
import duixian.handle.value.Input;
import duixian.handle.value.Output;
import duixian.handle.value.Reference;
import java.util.Arrays;
import java.util.List;

/// From a message to bytes; the lengths in envelope and header are made here, whatever they were.
public final class Encoder {
  private Encoder() {}

  /// The whole message: envelope, header, body, credential.
  public static byte[] encode(Message message) {
    return encode(message.envelope(), signedPart(message), message);
  }

  /// The same, with header and body already encoded by [#signedPart].
  public static byte[] encode(Envelope envelope, byte[] signedPart, Message message) {
    var out = new Output(signedPart.length + 64);
    envelope.write(out);
    out.raw(signedPart);
    var credential = message.credential();
    if (credential == null) {
      out.int4(0);
    } else {
      var start = out.int4(0).length();
      credential.write(out);
      out.patch4(start - 4, out.length() - start);
    }
    out.patch4(Envelope.SIZE - 4, out.length() - Envelope.SIZE);
    return out.toBytes();
  }

  /// Header and body: what a credential signs and a request digest covers.
  public static byte[] signedPart(Message message) {
    var out = new Output(256);
    message.header().write(out);
    var digest = message.digest();
    if (digest != null) {
      digest.write(out);
    }
    switch (message.body()) {
      case Request request -> write(request, out);
      case Answer answer -> write(answer, out);
    }
    out.patch4(Header.SIZE - 4, out.length() - Header.SIZE);
    return out.toBytes();
  }

  /// Header and body of a message as it came, for the digest a client will check.
  public static byte[] signedPart(byte[] withoutEnvelope) {
    var header = Header.read(new Input(withoutEnvelope));
    return Arrays.copyOf(withoutEnvelope, Header.SIZE + header.bodyLength());
  }

  /// What a credential is made over: header and body, and from version 2.7 on in front of them
  /// version, session, request and counter, so that no message passes for another.
  public static byte[] provenPart(Envelope envelope, int counter, byte[] signedPart) {
    if (!envelope.speaks(7)) {
      return signedPart;
    }
    var out = new Output(signedPart.length + 16);
    out.int1(envelope.major()).int1(envelope.minor());
    if (envelope.speaks(8)) {
      out.int2(envelope.flags() & Envelope.SUGGESTION);
    }
    out.int4(envelope.session()).int4(envelope.request()).int4(counter);
    return out.raw(signedPart).toBytes();
  }

  private static void write(Request request, Output out) {
    switch (request) {
      case Request.Resolve(var handle, var indexes, var types) ->
          out.text(handle).list(indexes, Encoder::int4).list(types, Encoder::text);
      case Request.SiteInfo(var handle) -> out.text(handle);
      case Request.Create(var handle, var values) -> values(out.text(handle), values);
      case Request.Delete(var handle) -> out.text(handle);
      case Request.Add(var handle, var values) -> values(out.text(handle), values);
      case Request.Remove(var handle, var indexes) -> out.text(handle).list(indexes, Encoder::int4);
      case Request.Modify(var handle, var values) -> values(out.text(handle), values);
      case Request.ListHandles(var handle) -> out.text(handle);
      case Request.ListPrefixes(var handle) -> out.text(handle);
      case Request.ChallengeAnswer(var kind, var administrator, var proof) ->
          reference(out.text(kind), administrator).block(proof);
      case Request.VerifyAnswer(var administrator, var nonce, var digest, var proof) ->
          reference(out, administrator).block(nonce).block(digest).block(proof);
      case Request.SessionSetup setup -> write(setup, out);
      case Request.SessionKey(var key) -> out.block(key);
      case Request.SessionEnd(var handle) -> out.text(handle);
      case Request.Login(var administrator) -> reference(out, administrator);
      case Request.Unknown(var bytes) -> out.raw(bytes);
    }
  }

  /// Deployed software ends a session setup, and its answer, with two spare bytes.
  private static void write(Request.SessionSetup setup, Output out) {
    reference(out.int2(setup.mode()).int4(setup.timeout()), setup.identity());
    switch (setup.mode()) {
      case Request.SessionSetup.HANDLE_CIPHER -> reference(out, setup.exchangeKey());
      case Request.SessionSetup.CLIENT_CIPHER, Request.SessionSetup.DIFFIE_HELLMAN ->
          out.block(setup.publicKey());
      default -> {}
    }
    out.int2(0);
  }

  private static void write(Answer answer, Output out) {
    switch (answer) {
      case Answer.Values(var handle, var values) -> values(out.text(handle), values);
      case Answer.Created(var handle) -> out.text(handle);
      case Answer.Handles(var handles) -> out.list(handles, Encoder::text);
      case Answer.Site(var record) -> out.raw(record);
      case Answer.Challenge(var nonce) -> out.block(nonce);
      case Answer.Referral(var handle, var values) -> {
        out.text(handle);
        if (!values.isEmpty()) {
          values(out, values);
        }
      }
      case Answer.SessionSetup(var mode, var data) -> out.int2(mode).block(data).int2(0);
      case Answer.Verified(var right) -> out.int1(right ? 1 : 0);
      case Answer.Done() -> {}
      case Answer.Refused(var sentence) -> {
        if (!sentence.isEmpty()) {
          out.text(sentence);
        }
      }
      case Answer.RefusedValues(var sentence, var indexes) ->
          out.text(sentence).list(indexes, Encoder::int4);
      case Answer.Unknown(var bytes) -> out.raw(bytes);
    }
  }

  private static void values(Output out, List<HandleValue> values) {
    out.list(values, HandleValue::write);
  }

  private static Output reference(Output out, Reference reference) {
    return out.text(reference.handle()).int4(reference.index());
  }

  private static void int4(Integer value, Output out) {
    out.int4(value);
  }

  private static void text(String value, Output out) {
    out.text(value);
  }
}
