package duixian.handle.account;

import duixian.handle.registry.Authority;
import duixian.handle.store.Rows;
import duixian.handle.value.Input;
import duixian.handle.value.Malformed;
import duixian.handle.value.Output;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Who may use the HTTP interfaces: the operator and one account for each enterprise; passwords are
/// kept as PBKDF2 digests only.
///
/// A token is good for 24 hours, also after a restart: it carries name and end under a MAC of this
/// node. It ends with the account's password.
public final class Accounts {
  public static final String OPERATOR = "operator";

  private static final long LIFE_S = 24 * 3600;
  private static final int ROUNDS = 120_000;
  private static final byte[] MAC_KEY = {0};

  private final Rows rows;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final byte[] macKey;

  public Accounts(Rows rows, InstantSource clock) {
    this.rows = rows;
    this.clock = clock;
    var kept = rows.get(MAC_KEY);
    if (kept == null) {
      kept = bytes(32);
      rows.put(MAC_KEY, kept);
    }
    macKey = kept;
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Account(String prefix, byte[] salt, byte[] digest) {}

  /// Makes the operator's account at the first start and answers its password, this once; null
  /// later.
  public @Nullable String firstOperator() {
    if (account(OPERATOR) != null) {
      return null;
    }
    var password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(18));
    put(OPERATOR, password, "");
    return password;
  }

  /// Makes or changes the account of an enterprise that may administer `prefix`.
  public void put(String name, String password, String prefix) {
    var salt = bytes(16);
    var out = new Output().text(prefix).block(salt).block(digest(password, salt));
    rows.put(key(name), out.toBytes());
  }

  /// A token, or null when name or password is wrong.
  public @Nullable String signIn(String name, String password) {
    var account = account(name);
    // An unknown name costs as much time as a known one.
    var salt = account == null ? new byte[16] : account.salt;
    var digest = digest(password, salt);
    if (account == null || !MessageDigest.isEqual(digest, account.digest)) {
      return null;
    }
    var until = clock.millis() / 1000 + LIFE_S;
    var body = new Output().text(name).varint(until).toBytes();
    var mac = mac(body, account.digest);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(new Output().block(body).raw(mac).toBytes());
  }

  /// As whom a token speaks; nobody in particular without a good one.
  public Authority authority(@Nullable String token) {
    if (token == null) {
      return new Authority.Anyone();
    }
    try {
      var in = new Input(Base64.getUrlDecoder().decode(token));
      var body = in.block();
      var fields = new Input(body);
      var name = fields.text();
      var until = fields.varint();
      var account = account(name);
      if (account == null
          || until < clock.millis() / 1000
          || !MessageDigest.isEqual(mac(body, account.digest), in.raw(in.remaining()))) {
        return new Authority.Anyone();
      }
      return name.equals(OPERATOR)
          ? new Authority.Operator()
          : new Authority.Enterprise(account.prefix);
    } catch (Malformed | IllegalArgumentException _) {
      return new Authority.Anyone();
    }
  }

  private @Nullable Account account(String name) {
    var row = rows.get(key(name));
    if (row == null) {
      return null;
    }
    var in = new Input(row);
    return new Account(in.text(), in.block(), in.block());
  }

  private static byte[] key(String name) {
    return name.getBytes(StandardCharsets.UTF_8);
  }

  private byte[] bytes(int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] mac(byte[] body, byte[] digest) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(macKey, "HmacSHA256"));
      mac.update(digest);
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256", e);
    }
  }

  private static byte[] digest(String password, byte[] salt) {
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
          .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ROUNDS, 256))
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("PBKDF2", e);
    }
  }
}
