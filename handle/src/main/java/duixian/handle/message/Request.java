package duixian.handle.message;

import duixian.handle.value.HandleValue;
import duixian.handle.value.Reference;
import java.util.List;

/// What a client asks, one record for each operation of RFC 3652, section 3.
@SuppressWarnings("ArrayRecordComponent")
public sealed interface Request extends Body {
  /// The identifier it is about; `/` when it is about the service.
  default String handle() {
    return "/";
  }

  /// Values by index or by type; both lists empty ask for all that may be seen.
  record Resolve(String handle, List<Integer> indexes, List<String> types) implements Request {
    /// The Chinese heartbeat: a resolve of `0` is answered and never counted.
    public static final String HEARTBEAT = "0";
  }

  record SiteInfo(String handle) implements Request {}

  record Create(String handle, List<HandleValue> values) implements Request {}

  record Delete(String handle) implements Request {}

  record Add(String handle, List<HandleValue> values) implements Request {}

  record Remove(String handle, List<Integer> indexes) implements Request {}

  record Modify(String handle, List<HandleValue> values) implements Request {}

  /// All identifiers under a prefix, named as `0.NA/<prefix>`.
  record ListHandles(String handle) implements Request {}

  record ListPrefixes(String handle) implements Request {}

  /// The answer to a challenge; the kind is `HS_PUBKEY` or `HS_SECKEY`.
  record ChallengeAnswer(String kind, Reference administrator, byte[] proof) implements Request {}

  /// Asks the service that holds a secret key whether a proof made with it is right.
  record VerifyAnswer(Reference administrator, byte[] nonce, byte[] digest, byte[] proof)
      implements Request {
    @Override
    public String handle() {
      return administrator.handle();
    }
  }

  /// Opens a session; `timeout` is in seconds.
  record SessionSetup(
      int mode, int timeout, Reference identity, Reference exchangeKey, byte[] publicKey)
      implements Request {
    public static final int CLIENT_CIPHER = 1;
    public static final int SERVER_CIPHER = 2;
    public static final int HANDLE_CIPHER = 3;
    public static final int DIFFIE_HELLMAN = 4;

    public SessionSetup withKey(byte[] other) {
      return new SessionSetup(mode, timeout, identity, exchangeKey, other);
    }
  }

  record SessionKey(byte[] encryptedKey) implements Request {}

  record SessionEnd(String handle) implements Request {}

  /// The Chinese login: proves an administrator once for all that follows on the connection.
  record Login(Reference administrator) implements Request {
    @Override
    public String handle() {
      return administrator.handle();
    }
  }

  /// A request we do not know, kept as it came.
  record Unknown(byte[] bytes) implements Request {}
}
