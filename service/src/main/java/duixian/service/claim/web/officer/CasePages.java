package duixian.service.claim.web.officer;

import duixian.policy.value.Money;
import duixian.service.claim.Claim;
import duixian.service.claim.Claims;
import duixian.service.claim.Proceedings;
import duixian.service.claim.Refusal;
import duixian.service.claim.Verdicts;
import duixian.service.claim.exhibit.Exhibits;
import duixian.service.fact.EvidenceFiles;
import duixian.service.party.Names;
import duixian.service.party.Parties;
import duixian.service.party.Person;
import duixian.service.site.Answer;
import duixian.service.site.Missing;
import duixian.service.tabular.Typed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The page of a case, and every act on it.
@Controller
class CasePages {
  private static final int PAGE = 50;
  private static final int SHEET = 100_000;

  private final Claims claims;
  private final CaseReading reading;
  private final Proceedings proceedings;
  private final Verdicts verdicts;
  private final Documents documents;
  private final EvidenceFiles files;
  private final Exhibits exhibits;
  private final Parties parties;

  CasePages(
      Claims claims,
      CaseReading reading,
      Proceedings proceedings,
      Verdicts verdicts,
      Documents documents,
      EvidenceFiles files,
      Exhibits exhibits,
      Parties parties) {
    this.claims = claims;
    this.reading = reading;
    this.proceedings = proceedings;
    this.verdicts = verdicts;
    this.documents = documents;
    this.files = files;
    this.exhibits = exhibits;
    this.parties = parties;
  }

  @GetMapping("/cases")
  Answer list(
      Person person,
      @RequestParam(name = "step", defaultValue = "") String step,
      @RequestParam(name = "q", defaultValue = "") String text,
      @RequestParam(name = "before", defaultValue = "9223372036854775807") long before,
      @RequestParam(name = "format", required = false) @Nullable String format) {
    var names = new Names(parties);
    var sheet = "xlsx".equals(format);
    var found = claims.search(person, step, text.strip(), sheet ? SHEET : PAGE, before);
    names.read(found.stream().map(Claim::unit).toList());
    var rows = found.stream().map(claim -> row(claim, names)).toList();
    if (sheet) {
      return CaseList.sheet(rows);
    }
    var next = found.size() == PAGE ? found.getLast().id() : 0;
    return new Answer.Page(
        "案件", "officer/cases", new CaseList(claims.bySteps(), step, text, rows, next));
  }

  private static CaseList.Row row(Claim claim, Names names) {
    return new CaseList.Row(
        claim.number(),
        claim.clause(),
        claim.award(),
        claim.entity() + " " + claim.object(),
        claim.year(),
        names.unit(claim.unit()),
        claim.step(),
        claim.acceptedAt(),
        claim.ceiling(),
        claim.granted());
  }

  @GetMapping("/cases/{number}")
  Answer show(Person person, @PathVariable("number") String number) {
    var claim = visible(number, person);
    return new Answer.Page("案件 " + number, "officer/case", reading.page(claim, person));
  }

  @GetMapping("/cases/{number}/files/{hash}")
  Answer file(
      Person person, @PathVariable("number") String number, @PathVariable("hash") String hash) {
    var claim = visible(number, person);
    var file =
        documents.of(claim.id()).stream()
            .filter(one -> one.evidence().equals(hash))
            .findFirst()
            .orElseThrow(() -> new Missing("这件申报没有这个文件"));
    return new Answer.Download(
        file.name(), files.file(hash).media(), out -> out.write(files.content(hash)));
  }

  @PostMapping("/cases/{number}/files")
  Answer add(
      Person person,
      @PathVariable("number") String number,
      @RequestParam(name = "file") List<MultipartFile> added)
      throws IOException {
    var claim = visible(number, person);
    var count = 0;
    for (var file : added) {
      if (!file.isEmpty()) {
        exhibits.add(
            claim,
            Objects.requireNonNullElse(file.getOriginalFilename(), "附卷"),
            file.getBytes(),
            person);
        count++;
      }
    }
    var page = "/cases/" + number;
    return count == 0
        ? new Answer.Redirect(page, "请选择要附卷的文件", true)
        : new Answer.Redirect(page, "已附卷 " + count + " 个文件");
  }

  @PostMapping("/cases/{number}/act")
  Answer act(
      Person person,
      @PathVariable("number") String number,
      @RequestParam(name = "act") String act,
      @RequestParam(name = "reason", defaultValue = "") String reason) {
    proceedings.act(visible(number, person).id(), act, person, reason.strip());
    return done(number, act);
  }

  @PostMapping("/cases/{number}/verdict")
  Answer verdict(
      Person person,
      @PathVariable("number") String number,
      @RequestParam(name = "agrees") boolean agrees,
      @RequestParam(name = "reason", defaultValue = "") String reason) {
    verdicts.give(visible(number, person).id(), agrees, person, reason.strip());
    return done(number, agrees ? "同意" : "不同意");
  }

  @PostMapping("/cases/{number}/score")
  Answer score(
      Person person,
      @PathVariable("number") String number,
      @RequestParam(name = "score") int score,
      @RequestParam(name = "reason", defaultValue = "") String opinion) {
    verdicts.score(visible(number, person).id(), score, person, opinion.strip());
    return done(number, "评分");
  }

  @PostMapping("/cases/{number}/replace")
  Answer replace(
      Person person,
      @PathVariable("number") String number,
      @RequestParam(name = "expert") String expert,
      @RequestParam(name = "conflict", defaultValue = "true") boolean conflict,
      @RequestParam(name = "reason", defaultValue = "") String reason) {
    var successor =
        verdicts.replace(visible(number, person).id(), expert, conflict, person, reason.strip());
    var names = new Names(parties);
    return new Answer.Redirect(
        expert.equals(person.id()) ? "/inbox" : "/cases/" + number,
        "申报 %s：%s由%s接替，已记入日志".formatted(number, names.person(expert), names.person(successor)));
  }

  @PostMapping("/cases/{number}/decide")
  Answer decide(
      Person person,
      @PathVariable("number") String number,
      @RequestParam(name = "amount") String amount,
      @RequestParam(name = "year", required = false) @Nullable Integer year,
      @RequestParam(name = "reason", defaultValue = "") String reason) {
    var claim = visible(number, person);
    proceedings.decide(claim.id(), money(amount), year, person, reason.strip());
    return done(number, "审定");
  }

  @PostMapping("/cases/{number}/fund")
  Answer fund(
      Person person, @PathVariable("number") String number, @RequestParam(name = "year") int year) {
    proceedings.fund(visible(number, person).id(), year, person);
    return done(number, "批复");
  }

  /// Several at once: each is its own act, and one that is refused does not hold the others.
  @PostMapping("/cases/accept")
  Answer accept(
      Person person,
      @RequestParam(name = "number", required = false) @Nullable List<String> numbers) {
    if (numbers == null) {
      throw new Refusal("没有选择要受理的申报");
    }
    var refused = new ArrayList<String>();
    for (var number : numbers) {
      try {
        proceedings.act(visible(number, person).id(), "受理", person, "");
      } catch (Refusal refusal) {
        refused.add(refusal.getMessage());
      }
    }
    var sentence = "已受理 " + (numbers.size() - refused.size()) + " 件";
    return refused.isEmpty()
        ? new Answer.Redirect("/inbox", sentence)
        : new Answer.Redirect("/inbox", sentence + "；" + String.join("；", refused), true);
  }

  private Claim visible(String number, Person person) {
    return claims
        .find(number)
        .filter(claim -> claims.isVisible(claim, person))
        .orElseThrow(() -> new Missing("没有这件申报，或它不由您办理"));
  }

  private static Answer done(String number, String act) {
    return new Answer.Redirect("/cases/" + number, "申报 " + number + "：已" + act);
  }

  /// Yuan with at most two decimals.
  static Money money(String text) {
    try {
      return Typed.yuan(text);
    } catch (ArithmeticException | NumberFormatException e) {
      throw new Refusal("金额“" + text + "”应写成以元为单位的数，最多两位小数，例如 1600000.00");
    }
  }
}
