package duixian.service.claim.web.applicant;

import duixian.policy.eval.settlement.Rivals;
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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class MinePages {
  /// Of a section on one page; also as many as are confirmed together.
  private static final int SIZE = 50;

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
  Answer mine(
      Person person,
      @RequestParam(name = "state", required = false) MinePage.@Nullable State only,
      @RequestParam(name = "page", defaultValue = "1") int page,
      @RequestParam(name = "format", required = false) @Nullable String format) {
    var unit =
        parties
            .organisation(person.organisation())
            .orElseThrow(() -> new Missing("您的单位没有登记；请找系统管理员"));
    var size = "xlsx".equals(format) ? Integer.MAX_VALUE / 2 : SIZE;
    return new Answer.Page(
        "我的政策", "claim/mine", MineReading.of(unit, matching, accounts, only, page, size));
  }

  @GetMapping("/mine/why")
  Answer why(
      @RequestParam(name = "award") String award,
      @RequestParam(name = "object") String object,
      @RequestParam(name = "year") int year,
      Person person) {
    var decision =
        matching
            .explain(person.organisation(), new Rivals.Claim(award, object, year))
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

  /// 免申即享: nothing to fill in but where the money goes. Each is its own submission with its own
  /// receipt; what is refused is said and stops no other.
  @PostMapping("/mine/confirm")
  Answer confirm(
      @RequestParam(name = "claim", required = false) @Nullable List<Long> which,
      @RequestParam(name = "account", defaultValue = "0") long account,
      Person person) {
    if (which == null || which.size() > SIZE) {
      throw new Refusal(which == null ? "没有勾选要确认的；请先勾选" : "一次最多确认 " + SIZE + " 项");
    }
    var refused = new ArrayList<String>();
    var receipt = "";
    for (var claim : which) {
      try {
        receipt = proceedings.submit(claim, account, person).receipt();
      } catch (Refusal refusal) {
        refused.add(refusal.getMessage());
      }
    }
    if (which.size() == 1 && refused.isEmpty()) {
      return new Answer.Redirect("/my-claims/" + which.getFirst(), "已确认，回执 " + Shown.hash(receipt));
    }
    var done = "已确认 %d 项，回执在“我的申报”里".formatted(which.size() - refused.size());
    return refused.isEmpty()
        ? new Answer.Redirect("/mine", done)
        : new Answer.Redirect(
            "/mine",
            done
                + "；没有确认 %d 项：".formatted(refused.size())
                + String.join("；", refused.stream().distinct().limit(3).toList()),
            true);
  }
}
