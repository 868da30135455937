package duixian.handle.events;

import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleTheories {

  @Test
  void everyLeafLeadsToTheRoot() {
    qt().forAll(integers().between(1, 200), integers().between(0, 199))
        .check((size, index) -> {
          var leaves = leaves(size);
          var at = index % size;
          var path = Merkle.path(leaves, at);
          var top = Merkle.climb(leaves.get(at), at, size, path);
          return Arrays.equals(top, Merkle.root(leaves));
        });
  }

  @Test
  void anotherLeafLeadsElsewhere() {
    qt().forAll(integers().between(2, 200), integers().between(0, 199))
        .check((size, index) -> {
          var leaves = leaves(size);
          var at = index % size;
          var path = Merkle.path(leaves, at);
          var top = Merkle.climb(leaves.get((at + 1) % size), at, size, path);
          return !Arrays.equals(top, Merkle.root(leaves));
        });
  }

  private static List<byte[]> leaves(int size) {
    var leaves = new ArrayList<byte[]>();
    for (int i = 0; i < size; i++) {
      leaves.add(Merkle.leaf(Merkle.sha256(), new byte[] {(byte) i, (byte) (i >> 8)}));
    }
    return leaves;
  }
}
