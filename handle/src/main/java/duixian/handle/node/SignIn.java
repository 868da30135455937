package duixian.handle.node;

import duixian.handle.key.Challenges;
import duixian.handle.key.Digests;
import duixian.handle.key.KeyExchange;
import duixian.handle.key.SessionCipher;
import duixian.handle.key.Sessions;
import duixian.handle.key.SigningKey;
import duixian.handle.key.VerifyingKey;
import duixian.handle.message.Answer;
import duixian.handle.message.Credential;
import duixian.handle.message.Digest;
import duixian.handle.message.Message;
import duixian.handle.message.Request;
import duixian.handle.message.Result;
import duixian.handle.registry.Authority;
import duixian.handle.registry.Rights;
import duixian.handle.store.Channel;
import duixian.handle.value.HandleValue;
import duixian.handle.value.Malformed;
import duixian.handle.value.Reference;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// How a client comes to speak as an administrator: challenge and answer, session, login.
final class SignIn {
  private final Rights rights;
  private final Authenticator authenticator;
  private final Challenges challenges;
  private final Sessions sessions;
  private final SigningKey key;
  private final boolean national;

  SignIn(Rights rights, InstantSource clock, Node.Options options) {
    this.rights = rights;
    key = options.key();
    national = options.national();
    authenticator = new Authenticator(rights);
    challenges = new Challenges(clock);
    sessions = new Sessions(clock, national ? SessionCipher.SM4 : SessionCipher.AES);
  }

  Sessions sessions() {
    return sessions;
  }

  Message challenge(Message asked, byte[] signed) {
    var algorithm =
        national ? Digest.SM3 : asked.envelope().speaks(4) ? Digest.SHA256 : Digest.SHA1;
    var digest = Digests.of(algorithm, signed);
    var challenge = challenges.give(asked, digest, session(asked));
    return Message.answer(
            asked, Result.AUTHENTICATION_NEEDED, new Answer.Challenge(challenge.nonce()))
        .withDigest(digest)
        .withSession(challenge.id());
  }

  /// What an answer to a challenge came to.
  sealed interface Answered {
    /// The request that was challenged, now to be done as this administrator.
    record Proved(Message original, Reference administrator) implements Answered {}

    record Refused(Result result) implements Answered {}
  }

  Answered answered(Message answer, Request.ChallengeAnswer proof) {
    var challenge = challenges.take(answer.envelope().session());
    if (challenge == null) {
      return new Answered.Refused(Result.AUTHENTICATION_TIMEOUT);
    }
    return switch (authenticator.prove(challenge, proof)) {
      case Authenticator.Proved.By(var who) ->
          new Answered.Proved(original(challenge.asked(), answer, who), who);
      case Authenticator.Proved.Not(var why) -> new Answered.Refused(why);
    };
  }

  /// In the envelope of the answer; a request that came in a session proves the administrator for
  /// the rest of that session.
  private Message original(Message challenged, Message answer, Reference who) {
    var id = session(challenged);
    var session = id == 0 ? null : sessions.get(id);
    if (session != null) {
      session.administrator(who);
    }
    return challenged.in(answer.envelope().withSession(id));
  }

  /// The session a message came in, 0 for none.
  private int session(Message message) {
    var id = message.envelope().session();
    return inSession(message) && sessions.get(id) != null ? id : 0;
  }

  private static boolean inSession(Message message) {
    var credential = message.credential();
    return credential != null && credential.kind().equals(Credential.MAC);
  }

  /// A session stands for nobody until a challenge within it is answered.
  Message open(Message asked, Request.SessionSetup setup) {
    try {
      var opened =
          switch (setup.mode()) {
            case Request.SessionSetup.HANDLE_CIPHER ->
                sessions.open(setup.withKey(exchangeKey(setup.exchangeKey())));
            case Request.SessionSetup.SERVER_CIPHER -> sessions.expect(setup, key.verifying());
            default -> sessions.open(setup);
          };
      var answer = new Answer.SessionSetup(setup.mode(), opened.answer());
      return Message.answer(asked, Result.SUCCESS, answer).withSession(opened.id());
    } catch (Malformed e) {
      var why = new Answer.Refused(String.valueOf(e.getMessage()));
      return Message.answer(asked, Result.INVALID_SESSION_SETUP, why);
    }
  }

  private byte[] exchangeKey(Reference named) {
    return rights.keys(named).stream()
        .filter(value -> value.type().equals(VerifyingKey.TYPE))
        .findFirst()
        .orElseThrow(() -> new Malformed(named.handle() + " has no public key"))
        .data();
  }

  /// The key of a session that was opened with ours.
  Result key(Message asked, byte[] encrypted) {
    if (!(key instanceof SigningKey.Rsa rsa)) {
      return Result.INVALID_SESSION_SETUP;
    }
    try {
      var plain = KeyExchange.opened(rsa, encrypted);
      return sessions.complete(asked.envelope().session(), plain)
          ? Result.SUCCESS
          : Result.SESSION_TIMEOUT;
    } catch (Malformed _) {
      return Result.INVALID_SESSION_KEY;
    }
  }

  /// Whether a secret key kept here made this proof; null when its identifier is not ours.
  @Nullable Boolean verified(Request.VerifyAnswer asked) {
    return rights.knows(asked.administrator()) ? authenticator.verifies(asked) : null;
  }

  /// Only who has the key of a session may end it.
  Result end(Message asked) {
    if (!inSession(asked)) {
      return Result.INVALID_CREDENTIAL;
    }
    sessions.close(asked.envelope().session());
    return Result.SUCCESS;
  }

  Result login(Authority authority, Caller caller) {
    if (caller.channel() != Channel.TCP) {
      return Result.NOT_SUPPORTED;
    }
    if (caller.login() != null) {
      return Result.LOGGED_IN_ALREADY;
    }
    if (!(authority instanceof Authority.Administrator(var proved))) {
      return Result.INVALID_ADMIN;
    }
    caller.login(proved);
    return Result.SUCCESS;
  }

  /// What the answer to a login shows of the administrator.
  Answer shown(Reference who) {
    var visible =
        rights.keys(who).stream().filter(value -> value.allows(HandleValue.PUBLIC_READ)).toList();
    return new Answer.Values(who.handle(), visible);
  }
}
