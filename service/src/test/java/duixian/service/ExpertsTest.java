package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.service.claim.Claim;
import duixian.service.claim.ExpertDraw;
import duixian.service.party.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpertsTest {
  private final City city = City.city();

  @Test
  void aDrawCanBeRepeatedFromPoolAndSeed() {
    var claim = underReview();

    var drawn = city.context.getBean(ExpertDraw.class).of(claim.id());

    assertThat(drawn).hasSize(1).allMatch(ExpertDraw.Drawn::isRepeatable);
    assertThat(drawn.getFirst().drawn().split(" ")).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void theHighestAndTheLowestScoreDoNotCount() {
    var claim = underReview();

    score(claim, List.of(0, 60, 60, 60, 100));

    assertThat(city.claims.claim(claim.id()).step()).isEqualTo("现场核查");
  }

  @Test
  void aMeanBelowSixtySendsTheCaseBack() {
    var claim = underReview();

    score(claim, List.of(100, 59, 60, 60, 100));
    assertThat(city.claims.claim(claim.id()).step()).isEqualTo("现场核查");

    var other = underReview();
    score(other, List.of(59, 59, 60, 60, 100));
    assertThat(city.claims.claim(other.id()).step()).isEqualTo("形式审查");
  }

  private void score(Claim claim, List<Integer> scores) {
    var given = scores.iterator();
    for (var task : city.tasks.of(claim.id())) {
      var expert = task.person();
      if (task.isOpen() && expert != null) {
        city.verdicts.score(claim.id(), given.next(), City.person(expert, "专家组", Role.EXPERT), "");
      }
    }
  }

  private Claim underReview() {
    return city.inExpertReview(city.platform(Map.of("类别", "标杆平台")));
  }
}
