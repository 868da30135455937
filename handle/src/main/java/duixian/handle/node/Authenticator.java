package duixian.handle.node;

import duixian.handle.key.Challenges;
import duixian.handle.key.SecretProof;
import duixian.handle.key.VerifyingKey;
import duixian.handle.message.Request;
import duixian.handle.message.Result;
import duixian.handle.registry.Rights;
import duixian.handle.value.HandleValue;
import duixian.handle.value.Input;
import duixian.handle.value.Malformed;
import duixian.handle.value.Output;
import duixian.handle.value.Reference;

/// Tells from the answer to a challenge whose key made it.
final class Authenticator {
  private final Rights rights;

  Authenticator(Rights rights) {
    this.rights = rights;
  }

  /// The administrator proved, or why not.
  sealed interface Proved {
    record By(Reference administrator) implements Proved {}

    record Not(Result result) implements Proved {}
  }

  Proved prove(Challenges.Challenge challenge, Request.ChallengeAnswer answer) {
    var named = answer.administrator();
    var keys = rights.keys(named);
    if (keys.isEmpty()) {
      return new Proved.Not(Result.INVALID_ADMIN);
    }
    for (var key : keys) {
      if (key.type().equals(answer.kind()) && proves(key, challenge.signed(), answer.proof())) {
        return new Proved.By(new Reference(named.handle(), key.index()));
      }
    }
    return new Proved.Not(Result.AUTHENTICATION_FAILED);
  }

  boolean verifies(Request.VerifyAnswer asked) {
    var challenge = new Output().raw(asked.nonce()).raw(asked.digest()).toBytes();
    for (var key : rights.keys(asked.administrator())) {
      if (key.type().equals(SecretProof.TYPE)
          && SecretProof.proves(key.data(), challenge, asked.proof())) {
        return true;
      }
    }
    return false;
  }

  private static boolean proves(HandleValue key, byte[] challenge, byte[] proof) {
    try {
      return switch (key.type()) {
        case VerifyingKey.TYPE -> {
          var in = new Input(proof);
          yield VerifyingKey.read(key.data()).verifies(in.text(), challenge, in.block());
        }
        case SecretProof.TYPE -> SecretProof.proves(key.data(), challenge, proof);
        default -> false;
      };
    } catch (Malformed _) {
      return false; // a key or a proof that is none
    }
  }
}
