package duixian.handle.key;

import duixian.handle.message.Credential;
import duixian.handle.value.Reference;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A shared key, and whom it stands for: nobody, or the administrator proved when it was set up.
///
/// Messages of a session carry a MAC and a counter; the same counter twice is a replay and refused.
public final class Session {
  private static final String ALGORITHM = "HMAC-SHA256";
  private static final int WINDOW = 1 << 12;

  private final int id;
  private final byte[] key;
  private final SessionCipher cipher;
  private final @Nullable Reference administrator;
  private final long lifeMs;
  private long expires;
  private int highest;
  private final Set<Integer> seen = new HashSet<>();

  Session(
      int id,
      byte[] key,
      SessionCipher cipher,
      @Nullable Reference administrator,
      long lifeMs,
      long now) {
    this.id = id;
    this.key = key;
    this.cipher = cipher;
    this.administrator = administrator;
    this.lifeMs = lifeMs;
    expires = now + lifeMs;
  }

  public int id() {
    return id;
  }

  public @Nullable Reference administrator() {
    return administrator;
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
  public boolean accepts(byte[] signedPart, Credential credential) {
    return credential.kind().equals(Credential.MAC)
        && MessageDigest.isEqual(Jca.mac("HmacSHA256", key, signedPart), credential.signature())
        && unseen(credential.counter());
  }

  public Credential sign(byte[] signedPart, int counter) {
    return new Credential(
        0,
        counter,
        new Reference("", 0),
        Credential.MAC,
        ALGORITHM,
        Jca.mac("HmacSHA256", key, signedPart));
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
