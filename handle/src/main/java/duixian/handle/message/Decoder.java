package duixian.handle.message;

import duixian.handle.value.HandleValue;
import duixian.handle.value.Input;
import duixian.handle.value.Malformed;
import duixian.handle.value.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// From bytes to a message; whatever is wrong with them is a [Malformed], nothing else.
///
/// Bytes after a credential, and a field cut short where deployed clients cut it (no credential at
/// all), are taken as they come.
public final class Decoder {
  private Decoder() {}

  /// A whole message with its envelope.
  public static Message decode(byte[] bytes) {
    var in = new Input(bytes);
    return decode(Envelope.read(in), in);
  }

  /// The message behind an envelope already read, decrypted and put together.
  public static Message decode(Envelope envelope, byte[] rest) {
    return decode(envelope, new Input(rest));
  }

  private static Message decode(Envelope envelope, Input in) {
    if (envelope.has(Envelope.COMPRESSED) || envelope.has(Envelope.TRUNCATED)) {
      throw new Malformed("compressed or truncated message");
    }
    var header = Header.read(in);
    if (header.bodyLength() < 0 || header.bodyLength() > in.remaining()) {
      throw new Malformed("body length " + header.bodyLength() + " exceeds the message");
    }
    var body = new Input(in.raw(header.bodyLength()));
    var answer = header.result() != 0;
    var digested = answer && header.has(Header.RETURN_DIGEST);
    var digest = digested ? Digest.read(body) : null;
    var content = answer ? answer(header, body) : request(header, body);
    return new Message(envelope, header, digest, content, credential(in));
  }

  private static @Nullable Credential credential(Input in) {
    if (in.remaining() < 4) {
      return null;
    }
    var bytes = in.block();
    return bytes.length == 0 ? null : Credential.read(new Input(bytes));
  }

  private static Request request(Header header, Input in) {
    var operation = Operation.of(header.operation());
    if (operation == null) {
      return new Request.Unknown(in.raw(in.remaining()));
    }
    return switch (operation) {
      case RESOLVE -> new Request.Resolve(in.text(), indexes(in), in.list(4, Input::text));
      case SITE_INFO -> new Request.SiteInfo(in.text());
      case CREATE -> new Request.Create(in.text(), HandleValue.readAll(in));
      case DELETE -> new Request.Delete(in.text());
      case ADD -> new Request.Add(in.text(), HandleValue.readAll(in));
      case REMOVE -> new Request.Remove(in.text(), indexes(in));
      case MODIFY -> new Request.Modify(in.text(), HandleValue.readAll(in));
      case LIST -> new Request.ListHandles(in.text());
      case LIST_PREFIXES -> new Request.ListPrefixes(in.text());
      case ANSWER_CHALLENGE -> new Request.ChallengeAnswer(in.text(), reference(in), in.block());
      case VERIFY_ANSWER ->
          new Request.VerifyAnswer(reference(in), in.block(), in.block(), in.block());
      case SESSION_SETUP -> setup(in);
      case SESSION_END -> new Request.SessionEnd(in.text());
      case SESSION_KEY -> new Request.SessionKey(in.block());
      case LOGIN -> new Request.Login(reference(in));
    };
  }

  private static Request setup(Input in) {
    var mode = in.int2();
    var timeout = in.int4();
    var identity = reference(in);
    var named = mode == Request.SessionSetup.HANDLE_CIPHER;
    var keyed =
        mode == Request.SessionSetup.CLIENT_CIPHER || mode == Request.SessionSetup.DIFFIE_HELLMAN;
    return new Request.SessionSetup(
        mode,
        timeout,
        identity,
        named ? reference(in) : new Reference("", 0),
        keyed ? in.block() : new byte[0]);
  }

  private static Answer answer(Header header, Input in) {
    var result = Result.of(header.result());
    if (result == null) {
      return new Answer.Unknown(in.raw(in.remaining()));
    }
    return switch (result) {
      case SUCCESS -> success(header, in);
      case AUTHENTICATION_NEEDED -> new Answer.Challenge(in.block());
      case SERVICE_REFERRAL, PREFIX_REFERRAL ->
          new Answer.Referral(in.text(), in.remaining() > 0 ? HandleValue.readAll(in) : List.of());
      default -> refusal(in);
    };
  }

  private static Answer refusal(Input in) {
    if (in.remaining() == 0) {
      return new Answer.Refused("");
    }
    var sentence = in.text();
    return in.remaining() == 0
        ? new Answer.Refused(sentence)
        : new Answer.RefusedValues(sentence, indexes(in));
  }

  private static Answer success(Header header, Input in) {
    var operation = Operation.of(header.operation());
    if (operation == null) {
      return new Answer.Unknown(in.raw(in.remaining()));
    }
    return switch (operation) {
      case RESOLVE, LOGIN -> new Answer.Values(in.text(), HandleValue.readAll(in));
      case SITE_INFO -> new Answer.Site(in.raw(in.remaining()));
      case CREATE -> in.remaining() > 0 ? new Answer.Created(in.text()) : new Answer.Done();
      case LIST, LIST_PREFIXES -> new Answer.Handles(in.list(4, Input::text));
      case VERIFY_ANSWER -> new Answer.Verified(in.int1() != 0);
      case SESSION_SETUP -> new Answer.SessionSetup(in.int2(), in.block());
      case DELETE, ADD, REMOVE, MODIFY, ANSWER_CHALLENGE, SESSION_END, SESSION_KEY ->
          new Answer.Done();
    };
  }

  private static Reference reference(Input in) {
    return new Reference(in.text(), in.int4());
  }

  private static List<Integer> indexes(Input in) {
    return in.list(4, Input::int4);
  }
}
