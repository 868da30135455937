package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duixian.service.claim.Claim;
import duixian.service.claim.ExpertDraw;
import duixian.service.claim.Refusal;
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

  @Test
  void whoHasAConflictIsReplacedByTheNextOfTheSameDraw() {
    var claim = underReview();
    var draw = city.context.getBean(ExpertDraw.class);
    var drawn = draw.of(claim.id()).getFirst();
    var order = drawn.order();
    var first = City.person(order.getFirst(), "专家组", Role.EXPERT);

    var successor = city.verdicts.replace(claim.id(), first.id(), true, first, "曾任该单位顾问");

    assertThat(successor).isEqualTo(order.get(5));
    assertThat(draw.of(claim.id())).containsExactly(drawn);
    assertThat(draw.replaced(claim.id()))
        .extracting(one -> one.expert() + " " + one.successor() + " " + one.reason())
        .containsExactly(first.id() + " " + successor + " 曾任该单位顾问");
    assertThat(city.audit.of(claim.subject()).getLast().act()).isEqualTo("替换专家");
    assertThatThrownBy(() -> city.verdicts.score(claim.id(), 90, first, ""))
        .isInstanceOf(Refusal.class);

    score(claim, List.of(60, 60, 60, 60, 60));
    assertThat(city.claims.claim(claim.id()).step()).isEqualTo("现场核查");
  }

  @Test
  void theScoreOfAConflictStaysAndDoesNotCount() {
    var claim = underReview();
    var partial =
        city.tasks.of(claim.id()).stream()
            .filter(task -> task.person() != null)
            .findFirst()
            .orElseThrow();
    var expert = City.person(String.valueOf(partial.person()), "专家组", Role.EXPERT);
    city.verdicts.score(claim.id(), 100, expert, "");

    assertThatThrownBy(
            () -> city.verdicts.replace(claim.id(), expert.id(), false, city.reviewer, "出差"))
        .hasMessageContaining("评分不能更改");
    city.verdicts.replace(claim.id(), expert.id(), true, city.reviewer, "配偶在该单位");
    score(claim, List.of(0, 59, 60, 60, 60));

    assertThat(city.claims.claim(claim.id()).step()).isEqualTo("形式审查");
    assertThat(city.tasks.of(claim.id()))
        .anyMatch(
            task -> expert.id().equals(task.person()) && Integer.valueOf(100).equals(task.score()));
  }

  @Test
  void aDrawThatIsUsedUpSaysSo() {
    var claim = underReview();
    var order = city.context.getBean(ExpertDraw.class).of(claim.id()).getFirst().order();
    for (int i = 5; i < order.size(); i++) {
      city.verdicts.replace(claim.id(), order.get(i - 5), false, city.reviewer, "出差");
    }

    assertThatThrownBy(() ->
            city.verdicts.replace(
                claim.id(), order.get(order.size() - 1), false, city.reviewer, "出差"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("没有可以接替的专家");
  }

  @Test
  void anExpertReportsAConflictOnThePageOfTheCase() throws Exception {
    var claim = underReview();
    var order = city.context.getBean(ExpertDraw.class).of(claim.id()).getFirst().order();
    var browser = new Browser(city).as(order.getFirst());
    var page = "/cases/" + claim.number();
    assertThat(browser.open(page).body()).contains("替换专家", "由同一次抽取的下一名接替");

    var answer =
        browser.submit(
            page,
            page + "/replace",
            Map.of("expert", order.getFirst(), "conflict", "true", "reason", "亲属任职"));

    assertThat(answer.body()).contains("由" + order.get(5) + "接替");
    assertThat(new Browser(city).as("supervisor").open(page).body())
        .contains(order.getFirst() + " → " + order.get(5), "亲属任职");
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
