package duixian.handle.key;

import duixian.handle.message.Credential;
import duixian.handle.value.Reference;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A shared key, and whom it stands for: nobody, or the administrator proved within it.
///
/// Messages of a session carry a MAC and a counter; the same counter twice is a replay and refused.
public final class Session {
  private static final String ALGORITHM = "HMAC-SHA256";
  private static final int WINDOW = 1 << 12;

  private final int id;
  private final byte[] key;
  private final SessionCipher cipher;
  private volatile @Nullable Reference administrator;
  private final long lifeMs;
  private long expires;
  private int highest;
  private final Set<Integer> seen = new HashSet<>();

  Session(int id, byte[] key, SessionCipher cipher, long lifeMs, long now) {
    this.id = id;
    this.key = key;
    this.cipher = cipher;
    this.lifeMs = lifeMs;
    expires = now + lifeMs;
  }

  public int id() {
    return id;
  }

  public @Nullable Reference administrator() {
    return administrator;
  }

  /// Binds the session to an administrator who proved to be one.
  public void administrator(Reference proved) {
    administrator = proved;
  }

  /// Still open at this moment; each use prolongs it.
  synchronized boolean open(long now) {
    if (expires < now) {
      return false;
    }
    expires = now + lifeMs;
    return true;
  }

  public byte[] encrypt(byte[] rest) {
    return cipher.encrypt(key, rest);
  }

  public byte[] decrypt(byte[] encrypted) {
    return cipher.decrypt(key, encrypted);
  }

  /// Whether the MAC is right and its counter new.
  public boolean accepts(byte[] provenPart, Credential credential) {
    return credential.kind().equals(Credential.MAC)
        && MessageDigest.isEqual(Jca.mac("HmacSHA256", key, provenPart), credential.signature())
        && unseen(credential.counter());
  }

  public Credential sign(byte[] provenPart, int counter) {
    return new Credential(
        0,
        new Reference("", counter),
        Credential.MAC,
        ALGORITHM,
        Jca.mac("HmacSHA256", key, provenPart));
  }

  private synchronized boolean unseen(int counter) {
    if (counter <= highest - WINDOW || !seen.add(counter)) {
      return false;
    }
    if (counter > highest) {
      highest = counter;
      if (seen.size() > 2 * WINDOW) {
        seen.removeIf(old -> old <= highest - WINDOW);
      }
    }
    return true;
  }
}
