package duixian.service.claim.web.applicant;

import duixian.service.claim.Openings;
import duixian.service.claim.Proceedings;
import duixian.service.claim.Refusal;
import duixian.service.claim.matching.Match;
import duixian.service.claim.matching.Matching;
import duixian.service.party.BankAccounts;
import duixian.service.party.Parties;
import duixian.service.party.Person;
import duixian.service.site.Answer;
import duixian.service.site.Missing;
import duixian.service.site.Shown;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class MinePages {
  private final Matching matching;
  private final Openings openings;
  private final Proceedings proceedings;
  private final Parties parties;
  private final BankAccounts accounts;

  MinePages(
      Matching matching,
      Openings openings,
      Proceedings proceedings,
      Parties parties,
      BankAccounts accounts) {
    this.matching = matching;
    this.openings = openings;
    this.proceedings = proceedings;
    this.parties = parties;
    this.accounts = accounts;
  }

  @GetMapping("/mine")
  Answer mine(Person person) {
    var unit =
        parties
            .organisation(person.organisation())
            .orElseThrow(() -> new Missing("您的单位没有登记；请找系统管理员"));
    return new Answer.Page("我的政策", "claim/mine", MineReading.of(unit, matching, accounts));
  }

  @GetMapping("/mine/why")
  Answer why(
      @RequestParam(name = "award") String award,
      @RequestParam(name = "object") String object,
      @RequestParam(name = "year") int year,
      Person person) {
    var decision =
        matching
            .explain(person.organisation(), award, object, year)
            .orElseThrow(() -> new Missing("没有这一项；请从“我的政策”进入"));
    return new Answer.Page(award, "claim/why", WhyPage.of(decision, "/mine"));
  }

  /// Opens a draft for something payable and leads to its form.
  @PostMapping("/mine/declare")
  Answer declare(
      @RequestParam(name = "award") String award,
      @RequestParam(name = "object") String object,
      @RequestParam(name = "year") int year,
      Person person) {
    var subject =
        matching.of(person.organisation()).stream()
            .filter(match -> match.decision().award().name().equals(award))
            .filter(match -> match.decision().object().equals(object))
            .filter(match -> match.decision().year() == year)
            .findFirst()
            .map(Match::subject)
            .orElseThrow(() -> new Refusal("没有这一项；请从“我的政策”里选"));
    var claim = openings.declare(subject, person);
    return new Answer.Redirect("/declare/" + claim.id());
  }

  /// 免申即享: nothing to fill in but where the money goes.
  @PostMapping("/mine/confirm/{claim}")
  Answer confirm(
      @PathVariable("claim") long claim,
      @RequestParam(name = "account", defaultValue = "0") long account,
      Person person) {
    var submission = proceedings.submit(claim, account, person);
    return new Answer.Redirect("/my-claims/" + claim, "已确认，回执 " + Shown.hash(submission.receipt()));
  }
}
