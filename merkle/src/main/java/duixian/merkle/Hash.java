package duixian.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// 32 bytes of SHA-256. Leaves and nodes are hashed under different first bytes (RFC 9162, 2.1.1),
/// so that neither can stand for the other.
public final class Hash {
  private static final int LENGTH = 32;

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Throws IllegalArgumentException unless there are 32 bytes.
  public static Hash of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a hash has 32 bytes, were " + bytes.length);
    }
    return new Hash(bytes.clone());
  }

  /// Throws IllegalArgumentException unless the text is 64 hexadecimal digits.
  public static Hash parse(String hex) {
    return of(HexFormat.of().parseHex(hex));
  }

  static Hash empty() {
    return new Hash(sha().digest());
  }

  public static Hash leaf(byte[] entry) {
    var sha = sha();
    sha.update((byte) 0);
    return new Hash(sha.digest(entry));
  }

  static Hash node(Hash left, Hash right) {
    var sha = sha();
    sha.update((byte) 1);
    sha.update(left.bytes);
    return new Hash(sha.digest(right.bytes));
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(@org.jspecify.annotations.Nullable Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return hex();
  }

  private static MessageDigest sha() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
