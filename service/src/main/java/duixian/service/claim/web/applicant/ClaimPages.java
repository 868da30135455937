package duixian.service.claim.web.applicant;

import duixian.service.claim.Proceedings;
import duixian.service.claim.submission.Submissions;
import duixian.service.party.Person;
import duixian.service.site.Answer;
import duixian.service.site.Missing;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class ClaimPages {
  private static final int FEN_DIGITS = 2;

  private final ClaimReading reading;
  private final Submissions submissions;
  private final Proceedings proceedings;

  ClaimPages(ClaimReading reading, Submissions submissions, Proceedings proceedings) {
    this.reading = reading;
    this.submissions = submissions;
    this.proceedings = proceedings;
  }

  @GetMapping("/my-claims")
  Answer claims(
      Person person, @RequestParam(name = "format", required = false) @Nullable String format) {
    var page = new ClaimsPage(reading.rows(person));
    return "xlsx".equals(format) ? sheet(page) : new Answer.Page("我的申报", "claim/claims", page);
  }

  @GetMapping("/my-claims/{id}")
  Answer claim(@PathVariable("id") long id, Person person) {
    var claim = reading.own(id, person);
    return new Answer.Page("申报 " + claim.number(), "claim/claim", reading.page(claim));
  }

  /// How the newest version was computed, on the facts and words of its day.
  @GetMapping("/my-claims/{id}/why")
  Answer why(@PathVariable("id") long id, Person person) {
    var claim = reading.own(id, person);
    var latest = submissions.latest(id).orElseThrow(() -> new Missing("这件申报还没有提交，没有可以解释的结果"));
    return new Answer.Page(
        claim.award(), "claim/why", WhyPage.of(submissions.explain(latest), "/my-claims/" + id));
  }

  @PostMapping("/my-claims/{id}/withdraw")
  Answer withdraw(
      @PathVariable("id") long id,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      Person person) {
    var claim = reading.own(id, person);
    proceedings.act(id, "撤回", person, reason);
    return new Answer.Redirect("/my-claims", "申报 " + claim.number() + " 已撤回");
  }

  private static Answer sheet(ClaimsPage page) {
    return new Answer.Sheet(
        "我的申报",
        List.of("申报号", "奖补", "对象", "年度", "环节", "期限", "核定上限（元）", "审定（元）"),
        page.claims().stream()
            .map(row ->
                Arrays.<@Nullable Object>asList(
                    row.claim().number(),
                    row.claim().award(),
                    row.claim().object(),
                    row.claim().year(),
                    row.claim().step(),
                    row.due(),
                    yuan(row.claim().ceiling()),
                    yuan(row.claim().granted())))
            .toList());
  }

  private static @Nullable BigDecimal yuan(@Nullable Long fen) {
    return fen == null ? null : BigDecimal.valueOf(fen, FEN_DIGITS);
  }
}
