package duixian.handle.events;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/// The tree hash of RFC 9162, 2.1: SHA-256, leaves behind a 0 byte, inner nodes behind a 1 byte.
///
/// Adding leaf by leaf keeps only the roots of full subtrees, so a minute of any length fits.
public final class Merkle {
  private final MessageDigest digest = sha256();
  private final List<byte[]> roots = new ArrayList<>();
  private long leaves;

  /// Adds a leaf by its hash, see [#leaf].
  public void add(byte[] leafHash) {
    roots.add(leafHash);
    leaves++;
    for (long full = leaves; (full & 1) == 0; full >>= 1) {
      var right = roots.removeLast();
      roots.add(node(digest, roots.removeLast(), right));
    }
  }

  public long leaves() {
    return leaves;
  }

  /// The root over all leaves so far; of none, the hash of nothing.
  public byte[] root() {
    if (roots.isEmpty()) {
      return digest.digest();
    }
    var root = roots.getLast();
    for (int i = roots.size() - 2; i >= 0; i--) {
      root = node(digest, roots.get(i), root);
    }
    return root;
  }

  /// The hash of a leaf that holds these parts one after the other.
  public static byte[] leaf(MessageDigest digest, byte[]... parts) {
    digest.update((byte) 0);
    for (var part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  private static byte[] node(MessageDigest digest, byte[] left, byte[] right) {
    digest.update((byte) 1);
    digest.update(left);
    return digest.digest(right);
  }

  public static byte[] root(List<byte[]> leafHashes) {
    var tree = new Merkle();
    leafHashes.forEach(tree::add);
    return tree.root();
  }

  /// The neighbours from leaf `index` up to the root (RFC 9162, 2.1.3.1).
  public static List<byte[]> path(List<byte[]> leafHashes, int index) {
    var size = leafHashes.size();
    if (size <= 1) {
      return List.of();
    }
    var split = Integer.highestOneBit(size - 1);
    var left = leafHashes.subList(0, split);
    var right = leafHashes.subList(split, size);
    var path = new ArrayList<>(index < split ? path(left, index) : path(right, index - split));
    path.add(root(index < split ? right : left));
    return path;
  }

  /// The root that a leaf and its path lead to (RFC 9162, 2.1.3.2).
  public static byte[] climb(byte[] leafHash, long index, long size, List<byte[]> path) {
    var digest = sha256();
    var node = leafHash;
    long at = index;
    long last = size - 1;
    for (var neighbour : path) {
      if (last == 0) {
        throw new IllegalArgumentException("path must end at the root, was " + path.size());
      }
      if ((at & 1) == 1 || at == last) {
        node = node(digest, neighbour, node);
        while ((at & 1) == 0 && at != 0) {
          at >>= 1;
          last >>= 1;
        }
      } else {
        node = node(digest, node, neighbour);
      }
      at >>= 1;
      last >>= 1;
    }
    return node;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
