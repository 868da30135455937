package duixian.handle.message;

import org.jspecify.annotations.Nullable;

/// A whole message; `digest` stands in front of an answer whose flags say so.
public record Message(
    Envelope envelope,
    Header header,
    @Nullable Digest digest,
    Body body,
    @Nullable Credential credential) {
  /// Our one site has had one description.
  private static final int SITE_SERIAL = 1;

  public static Message request(int request, int flags, Operation operation, Request body) {
    return new Message(Envelope.of(0, request), Header.request(operation, flags), null, body, null);
  }

  /// An answer to `asked`, with its request id, session and the flags that concern an answer.
  public static Message answer(Message asked, Result result, Answer body) {
    return answer(asked.envelope, asked.header, result.code(), body);
  }

  /// An answer to what could not be read as a message, as far as its header could.
  public static Message refusal(Envelope to, Header asked, Result result) {
    var refused = new Answer.Refused(result.sentence());
    // An answer that has expired is not even read for its result.
    return answer(to, asked, result.code(), refused).withExpiration(Integer.MAX_VALUE);
  }

  private static Message answer(Envelope to, Header asked, int result, Answer body) {
    var kept = Header.KEEP_ALIVE | Header.RECURSIVE | Header.CACHE_CERTIFY;
    var header =
        new Header(
            asked.operation(),
            result,
            asked.flags() & kept,
            SITE_SERIAL,
            asked.recursion(),
            (byte) 0,
            0,
            0);
    return new Message(to.reply(), header, null, body, null);
  }

  public Message withDigest(Digest value) {
    return new Message(envelope, header.with(Header.RETURN_DIGEST), value, body, credential);
  }

  public Message withFlags(int flags) {
    return new Message(envelope, header.with(flags), digest, body, credential);
  }

  /// The same message as if it had come in another envelope.
  public Message in(Envelope other) {
    return new Message(other, header, digest, body, credential);
  }

  public Message withResult(Result result) {
    return new Message(envelope, header.withResult(result.code()), digest, body, credential);
  }

  public Message withSession(int id) {
    return new Message(envelope.withSession(id), header, digest, body, credential);
  }

  public Message withCredential(Credential value) {
    return new Message(envelope, header, digest, body, value);
  }

  public Message withExpiration(int seconds) {
    return new Message(envelope, header.expiring(seconds), digest, body, credential);
  }
}
