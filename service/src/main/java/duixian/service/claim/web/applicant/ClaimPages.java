package duixian.service.claim.web.applicant;

import duixian.service.claim.Proceedings;
import duixian.service.claim.submission.Submissions;
import duixian.service.party.Person;
import duixian.service.site.Answer;
import duixian.service.site.Missing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class ClaimPages {
  private static final int SIZE = 50;
  private static final int SHEET = 100_000;

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
      Person person,
      @RequestParam(name = "turn", required = false) ClaimsPage.@Nullable Turn only,
      @RequestParam(name = "page", defaultValue = "1") int page,
      @RequestParam(name = "format", required = false) @Nullable String format) {
    var size = "xlsx".equals(format) ? SHEET : SIZE;
    return new Answer.Page("我的申报", "claim/claims", reading.claims(person, only, page, size));
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
}
