package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import duixian.service.calendar.Calendars;
import duixian.service.claim.Claim;
import duixian.service.claim.ExpertDraw;
import duixian.service.claim.Task;
import duixian.service.party.Experts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// 补正 and 专家评审 by hand on their pages, wide and narrow.
class ReviewBrowserTest {
  private static final Windows WINDOWS = new Windows(City.city());
  private static final Map<String, String> MOVED_IN =
      Map.of("类别", "标杆平台", "落地日期", "2023-05-06", "办公场所已选定", "true", "人员已到位", "true");

  private final City city = City.city();

  @AfterAll
  static void close() {
    WINDOWS.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {Windows.WIDE, Windows.NARROW})
  void anExpertWithAConflictStepsBackAndTheNextOfTheDrawIsAsked(int width) {
    var claim = city.inExpertReview(city.platform(MOVED_IN));
    var order = city.context.getBean(ExpertDraw.class).of(claim.id()).getFirst().order();
    var expert = WINDOWS.as(order.getFirst(), width).open(claim).isFine("replace-expert");
    expert.page().fill("#replace-reason", "配偶在该单位任职");
    expert.press("替换");
    assertThat(expert.page().textContent(".sentence")).contains("由" + order.get(5) + "接替");

    var officer = WINDOWS.as("supervisor", width).open(claim).isFine("replaced-expert");
    assertThat(officer.page().textContent("main"))
        .contains(order.getFirst() + " → " + order.get(5), "配偶在该单位任职");
    var successor = WINDOWS.as(order.get(5), width).open("/inbox");
    assertThat(successor.page().textContent("main")).contains(claim.number());
  }

  @ParameterizedTest
  @ValueSource(ints = {Windows.WIDE, Windows.NARROW})
  void whatWasMissingIsMendedAndTheOfficerSeesWhatChanged(int width) {
    var unit = city.platform(MOVED_IN);
    var claim = city.landing(unit);
    var applicant = WINDOWS.as(unit.applicant().id(), width).open("/declare/" + claim.id());
    applicant.page().fill("[name='平台.实缴注册资金']", "8000000");
    applicant.press("提交，取得回执");

    var clerk = WINDOWS.as("clerk", width).open(claim);
    clerk.page().fill("#reason-要求补正", "缺少验资报告");
    clerk.press("要求补正");
    var left = accepting(claim).leftDays();
    city.clock.forward(Duration.ofDays(9));

    applicant.open("/my-claims/" + claim.id()).isFine("mending-asked");
    assertThat(applicant.page().textContent("main")).contains("缺少验资报告", "停表，还有 " + left);
    applicant.page().click("text=填写并提交");
    applicant.isFine("mending-form");
    applicant.page().fill("[name='平台.实缴注册资金']", "9000000");
    applicant
        .page()
        .setInputFiles(
            "#file",
            new FilePayload(
                "验资报告.pdf",
                "application/pdf",
                ("%PDF-1.7 " + claim.number()).getBytes(StandardCharsets.UTF_8)));
    applicant.press("添加材料");
    applicant.press("提交，取得回执");
    assertThat(applicant.page().textContent(".mending")).contains("验资报告.pdf", "9000000");

    clerk.open(claim).isFine("mending");
    assertThat(clerk.page().textContent(".mending"))
        .contains("缺少验资报告", "第1版 → 第2版", "新增材料", "验资报告.pdf")
        .containsSubsequence("核定上限", "1600000.00", "1800000.00")
        .containsSubsequence("实缴注册资金", "8000000", "9000000");
    assertThat(accepting(claim).due())
        .isEqualTo(
            city.context
                .getBean(Calendars.class)
                .days()
                .plus(city.today(), Objects.requireNonNull(left)));
    assertThat(clerk.page().isVisible("button:text-is('要求补正')")).isFalse();
    assertThat(clerk.page().textContent(".acts")).contains("补正只能要求一次，这件申报已经补正过");
  }

  @ParameterizedTest
  @ValueSource(ints = {Windows.WIDE, Windows.NARROW})
  void expertsWithoutAConflictScoreUnseenByEachOther(int width) {
    var unit = city.platform(Map.of("类别", "标杆平台"));
    city.context.getBean(Experts.class).conflict("expert7", unit.id(), "曾任该平台顾问");
    var claim = city.inExpertReview(unit);
    var drawn = city.tasks.of(claim.id()).stream().filter(Task::isOpen).map(Task::person).toList();
    assertThat(drawn).hasSize(5).doesNotContain("expert7");

    var officer = WINDOWS.as("reviewer", width).open(claim);
    officer.page().click("text=抽取池和回避");
    officer.isFine("experts-drawn");
    assertThat(officer.page().textContent("main"))
        .contains("可重现", "种子 0x", "从 6 名无利害关系的专家里抽", "expert7（曾任该平台顾问）");

    var points = List.of(50, 70, 80, 90, 100);
    for (int i = 0; i < drawn.size(); i++) {
      var expert = WINDOWS.as(String.valueOf(drawn.get(i)), width).open("/inbox");
      expert.page().click("a:text('" + claim.number() + "')");
      if (i == 1) {
        expert.isFine("expert-scores");
        assertThat(expert.page().textContent("main")).doesNotContain("意见甲0");
      }
      expert.page().fill("#score", String.valueOf(points.get(i)));
      expert.page().fill("#opinion", "意见甲" + i);
      expert.press("提交评分");
      assertThat(expert.page().textContent(".sentence")).contains("已评分");
      if (i == 2) {
        assertThat(officer.open(claim).page().textContent("main")).doesNotContain("意见甲0");
      }
    }

    officer.open(claim).isFine("experts-scored");
    assertThat(officer.page().textContent("main"))
        .contains("意见甲0", "意见甲4", "评分 50、70、80、90、100，计入 70、80、90");
    assertThat(city.claims.claim(claim.id()).step()).isNotEqualTo("专家评审");
  }

  private Task accepting(Claim claim) {
    return city.tasks.of(claim.id()).stream()
        .filter(task -> task.step().equals("受理"))
        .findFirst()
        .orElseThrow();
  }
}
