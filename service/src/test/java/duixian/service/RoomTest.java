package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.policy.trace.Outcome;
import duixian.policy.value.Money;
import duixian.service.claim.Claim;
import duixian.service.claim.matching.Match;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Thirty-one workshops of 50万元 under a platform whose year holds 1500万元.
class RoomTest {
  private final City city = City.city();
  private final City.Unit unit = city.platform(Map.of("类别", "标杆平台"));
  private final List<Claim> workshops =
      IntStream.rangeClosed(1, 31).mapToObj(number -> city.workshop(unit, number)).toList();

  @Test
  void whatWasRefusedLeavesItsRoomToTheNext() {
    var last = cut();
    var refused = workshops.getFirst();
    city.proceedings.submit(refused.id(), unit.account(), unit.applicant());
    city.proceedings.act(refused.id(), "不予受理", city.clerk, "材料不真实");

    assertThat(ceiling(match(last.decision().object()))).isEqualTo(Money.yuan(500_000));
  }

  @Test
  void aSubmissionIsJudgedByItselfAndSaysNothingOfWhatNobodyUsed() throws Exception {
    var object = cut().decision().object();
    var claim =
        workshops.stream().filter(one -> one.object().equals(object)).findFirst().orElseThrow();
    city.proceedings.submit(claim.id(), unit.account(), unit.applicant());

    assertThat(city.rooms.ceiling(city.claims.claim(claim.id()))).isEqualTo(Money.yuan(500_000));
    assertThat(new Browser(city).as("clerk").open("/cases/" + claim.number()).body())
        .contains("四款年度总额")
        .doesNotContain("次序在前的已用");
  }

  /// The one that the others leave nothing.
  private Match cut() {
    return city.matching.of(unit.id()).stream()
        .filter(match -> match.decision().award().name().equals("数字化车间奖励"))
        .filter(match -> ceiling(match).equals(Money.yuan(0)))
        .reduce((_, _) -> {
          throw new AssertionError("more than one is cut");
        })
        .orElseThrow();
  }

  private Match match(String object) {
    return city.matching.of(unit.id()).stream()
        .filter(one -> one.decision().object().equals(object))
        .findFirst()
        .orElseThrow();
  }

  private static Money ceiling(Match match) {
    return ((Outcome.Payable) match.decision().outcome()).ceiling();
  }
}
