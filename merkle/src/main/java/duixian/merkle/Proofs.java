package duixian.merkle;

import java.util.ArrayList;
import java.util.List;

/// Makes and checks the proofs of RFC 9162: that a leaf is in a tree (2.1.3), and that a tree only
/// grew (2.1.4). Indices count from 0.
public final class Proofs {
  private Proofs() {}

  /// The path of leaf `index` up to the root over all `leaves`.
  public static List<Hash> inclusion(int index, List<Hash> leaves) {
    if (index < 0 || index >= leaves.size()) {
      throw new IllegalArgumentException("no leaf " + index + " among " + leaves.size());
    }
    if (leaves.size() == 1) {
      return List.of();
    }
    var split = split(leaves.size());
    var left = leaves.subList(0, split);
    var right = leaves.subList(split, leaves.size());
    var path =
        new ArrayList<>(index < split ? inclusion(index, left) : inclusion(index - split, right));
    path.add(Tree.root(index < split ? right : left));
    return path;
  }

  /// That the first `old` leaves are the beginning of all of them.
  public static List<Hash> consistency(int old, List<Hash> leaves) {
    if (old < 1 || old > leaves.size()) {
      throw new IllegalArgumentException("no tree of " + old + " in one of " + leaves.size());
    }
    return consistency(old, leaves, true);
  }

  private static List<Hash> consistency(int old, List<Hash> leaves, boolean whole) {
    if (old == leaves.size()) {
      return whole ? List.of() : List.of(Tree.root(leaves));
    }
    var split = split(leaves.size());
    var left = leaves.subList(0, split);
    var right = leaves.subList(split, leaves.size());
    var path =
        new ArrayList<>(
            old <= split ? consistency(old, left, whole) : consistency(old - split, right, false));
    path.add(Tree.root(old <= split ? right : left));
    return path;
  }

  /// RFC 9162, 2.1.3.2.
  public static boolean includes(long index, long size, Hash leaf, List<Hash> path, Hash root) {
    if (index < 0 || index >= size) {
      return false;
    }
    var at = index;
    var last = size - 1;
    var hash = leaf;
    for (var sibling : path) {
      if (last == 0) {
        return false;
      }
      if ((at & 1) == 1 || at == last) {
        hash = Hash.node(sibling, hash);
        while ((at & 1) == 0 && at != 0) {
          at >>= 1;
          last >>= 1;
        }
      } else {
        hash = Hash.node(hash, sibling);
      }
      at >>= 1;
      last >>= 1;
    }
    return last == 0 && hash.equals(root);
  }

  /// RFC 9162, 2.1.4.2.
  public static boolean grew(long old, Hash oldRoot, long size, Hash root, List<Hash> path) {
    if (old < 1 || old > size) {
      return false;
    }
    if (old == size) {
      return path.isEmpty() && oldRoot.equals(root);
    }
    var steps = new ArrayList<>(path);
    if (Long.bitCount(old) == 1) {
      steps.addFirst(oldRoot);
    }
    if (steps.isEmpty()) {
      return false;
    }
    var at = old - 1;
    var last = size - 1;
    while ((at & 1) == 1) {
      at >>= 1;
      last >>= 1;
    }
    var first = steps.getFirst();
    var second = first;
    for (var step : steps.subList(1, steps.size())) {
      if (last == 0) {
        return false;
      }
      if ((at & 1) == 1 || at == last) {
        first = Hash.node(step, first);
        second = Hash.node(step, second);
        while ((at & 1) == 0 && at != 0) {
          at >>= 1;
          last >>= 1;
        }
      } else {
        second = Hash.node(second, step);
      }
      at >>= 1;
      last >>= 1;
    }
    return last == 0 && first.equals(oldRoot) && second.equals(root);
  }

  private static int split(int size) {
    return Integer.highestOneBit(size - 1);
  }
}
