package duixian.policy.facts;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.policy.facts.text.TextPool;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {
  @Test
  void ranksFollowCodePointsAndNotChars() {
    var ids = new TextPool();
    for (var id : List.of("\uFF5E", "\uD83D\uDE00", "中", "A2", "A10", "")) {
      ids.add(id);
    }

    assertThat(Ranking.ranks(ids)).containsExactly(4, 5, 3, 2, 1, 0);
  }
}
