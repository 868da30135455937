package duixian.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProofsTest {
  private static final List<Hash> LEAVES =
      IntStream.range(0, 40).mapToObj(i -> Hash.leaf(("entry " + i).getBytes(UTF_8))).toList();

  /// The root that the test vectors of Certificate Transparency give for these eight entries.
  @Test
  void theRootIsThatOfTheStandard() {
    var entries =
        List.of(
            "",
            "00",
            "10",
            "2021",
            "3031",
            "40414243",
            "5051525354555657",
            "606162636465666768696a6b6c6d6e6f");
    var leaves =
        entries.stream().map(hex -> Hash.leaf(java.util.HexFormat.of().parseHex(hex))).toList();

    assertThat(Tree.root(leaves).hex())
        .isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
  }

  @Test
  void everyLeafIsProvedInEveryTree() {
    for (int size = 1; size <= LEAVES.size(); size++) {
      var leaves = LEAVES.subList(0, size);
      for (int index = 0; index < size; index++) {
        var path = Proofs.inclusion(index, leaves);

        assertThat(Proofs.includes(index, size, leaves.get(index), path, Tree.root(leaves)))
            .isTrue();
        assertThat(Proofs.includes(index, size, Hash.leaf(new byte[0]), path, Tree.root(leaves)))
            .isFalse();
      }
    }
  }

  @Test
  void everyEarlierTreeIsProvedABeginning() {
    for (int size = 1; size <= LEAVES.size(); size++) {
      var leaves = LEAVES.subList(0, size);
      for (int old = 1; old <= size; old++) {
        var root = Tree.root(leaves.subList(0, old));
        var path = Proofs.consistency(old, leaves);

        assertThat(Proofs.grew(old, root, size, Tree.root(leaves), path)).isTrue();
        assertThat(Proofs.grew(old, Hash.leaf(new byte[0]), size, Tree.root(leaves), path))
            .isFalse();
      }
    }
  }

  @Test
  void aTreeContinuesFromItsPeaks() {
    var tree = new Tree();
    LEAVES.subList(0, 23).forEach(tree::add);
    var later = Tree.of(tree.size(), tree.peaks());
    LEAVES.subList(23, 40).forEach(later::add);

    assertThat(later.root()).isEqualTo(Tree.root(LEAVES));
  }
}
