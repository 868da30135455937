package duixian.merkle;

import java.util.ArrayList;
import java.util.List;

/// A tree that grows leaf by leaf and keeps only the roots of its complete subtrees: a million
/// leaves need twenty hashes.
public final class Tree {
  private final List<Hash> peaks = new ArrayList<>();
  private long size;

  /// Continues from a state that [#peaks] gave.
  public static Tree of(long size, List<Hash> peaks) {
    if (peaks.size() != Long.bitCount(size)) {
      throw new IllegalArgumentException(
          "a tree of "
              + size
              + " leaves has "
              + Long.bitCount(size)
              + " peaks, were "
              + peaks.size());
    }
    var tree = new Tree();
    tree.size = size;
    tree.peaks.addAll(peaks);
    return tree;
  }

  public void add(Hash leaf) {
    var carried = leaf;
    for (var bits = size; (bits & 1) == 1; bits >>= 1) {
      carried = Hash.node(peaks.removeLast(), carried);
    }
    peaks.add(carried);
    size++;
  }

  public long size() {
    return size;
  }

  /// The roots of the complete subtrees, largest first.
  public List<Hash> peaks() {
    return List.copyOf(peaks);
  }

  /// The hash of an empty string for an empty tree (RFC 9162, 2.1.1).
  public Hash root() {
    if (peaks.isEmpty()) {
      return Hash.empty();
    }
    var root = peaks.getLast();
    for (int i = peaks.size() - 2; i >= 0; i--) {
      root = Hash.node(peaks.get(i), root);
    }
    return root;
  }

  public static Hash root(List<Hash> leaves) {
    var tree = new Tree();
    leaves.forEach(tree::add);
    return tree.root();
  }
}
