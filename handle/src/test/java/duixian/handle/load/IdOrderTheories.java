package duixian.handle.load;

import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.strings;

import duixian.handle.rocks.SortedLoad.Item;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdOrderTheories {
  private static final Comparator<Item> BYTES =
      (one, other) -> Arrays.compareUnsigned(one.id(), other.id());

  @Test
  void sortsLikeTheComparisonOfAllBytesAndKeepsTheOrderOfLines() {
    var ids = strings().betweenCodePoints(0, 0x2FF).ofLengthBetween(0, 12);
    qt().forAll(lists().of(ids).ofSizeBetween(0, 60), integers().between(0, 3))
        .check((texts, repeat) -> {
          var items = items(texts, repeat);
          var expected = new ArrayList<>(items);
          expected.sort(BYTES);
          return IdOrder.sorted(items).equals(expected);
        });
  }

  private static List<Item> items(List<String> texts, int repeat) {
    var items = new ArrayList<Item>();
    for (int round = 0; round <= repeat; round++) {
      for (var text : texts) {
        var id = ("88.118.8/" + text).getBytes(StandardCharsets.UTF_8);
        items.add(new Item(id, new byte[0], items.size()));
      }
    }
    return items;
  }
}
