package duixian.service.claim.web.applicant;

import duixian.policy.eval.settlement.Rivals;
import duixian.policy.trace.Decision;
import duixian.service.claim.Claim;
import duixian.service.claim.Claims;
import duixian.service.claim.Proceedings;
import duixian.service.claim.Refusal;
import duixian.service.claim.draft.ClaimFiles;
import duixian.service.claim.draft.Drafts;
import duixian.service.claim.matching.Matching;
import duixian.service.fact.EvidenceFiles;
import duixian.service.fact.FactStore;
import duixian.service.law.Measure;
import duixian.service.law.Outcomes;
import duixian.service.party.BankAccounts;
import duixian.service.party.Person;
import duixian.service.site.Answer;
import duixian.service.site.Shown;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The form of a case: saved as typed, files, submitting, and mending after 补正.
@Controller
class DeclarePages {
  private static final String CORRECTION = "补正";
  private static final String SEEN = "seen";
  private static final String WINDOW = "window";

  private final ClaimReading reading;
  private final Declaration declaration;
  private final Drafts drafts;
  private final ClaimFiles files;
  private final EvidenceFiles evidence;
  private final FactStore facts;
  private final Claims claims;
  private final Matching matching;
  private final Proceedings proceedings;
  private final BankAccounts accounts;
  private final TransactionTemplate whole;

  DeclarePages(
      ClaimReading reading,
      Declaration declaration,
      Drafts drafts,
      ClaimFiles files,
      EvidenceFiles evidence,
      FactStore facts,
      Claims claims,
      Matching matching,
      Proceedings proceedings,
      BankAccounts accounts,
      TransactionTemplate whole) {
    this.reading = reading;
    this.declaration = declaration;
    this.drafts = drafts;
    this.files = files;
    this.evidence = evidence;
    this.facts = facts;
    this.claims = claims;
    this.matching = matching;
    this.proceedings = proceedings;
    this.accounts = accounts;
    this.whole = whole;
  }

  @GetMapping("/declare/{id}")
  Answer form(@PathVariable("id") long id, Person person) {
    return page(editable(id, person), List.of());
  }

  /// By htmx on every change, by plain submit otherwise.
  @PostMapping("/declare/{id}/save")
  Answer save(
      @PathVariable("id") long id,
      @RequestParam Map<String, String> sent,
      @RequestParam(name = "part", defaultValue = "false") boolean part,
      Person person) {
    var claim = editable(id, person);
    var elsewhere = elsewhere(claim, sent);
    if (!elsewhere.isEmpty() && part) {
      return new Answer.Part(
          "claim/saved", new DeclarePage.Saved("没有保存：" + elsewhere, sent.get(SEEN), window(sent)));
    }
    if (!elsewhere.isEmpty()) {
      throw new Refusal(elsewhere);
    }
    keep(claim, sent, person);
    return part
        ? new Answer.Part("claim/saved", saved(claim, window(sent)))
        : new Answer.Redirect("/declare/" + id, "草稿已保存");
  }

  /// With the window that typed it, which may go on without having seen its own last save.
  private Map<String, String> keep(Claim claim, Map<String, String> sent, Person person) {
    var typed = declaration.inputs(claim, sent);
    var kept = new HashMap<>(typed);
    kept.put(WINDOW, window(sent));
    drafts.save(claim.id(), kept, person.id());
    return typed;
  }

  private static String window(Map<String, String> sent) {
    return sent.getOrDefault(WINDOW, "");
  }

  /// Why this window may not write over what another one saved meanwhile; empty when it may.
  private String elsewhere(Claim claim, Map<String, String> sent) {
    var seen = sent.get(SEEN);
    var now = saved(claim, "");
    var last = drafts.of(claim.id()).map(draft -> draft.fields().get(WINDOW)).orElse("");
    return seen == null || seen.equals(now.seen()) || window(sent).equals(last)
        ? ""
        : "这份草稿在别的窗口改过（" + now.text() + "），没有覆盖它；请刷新核对，再保存一次就以这里的为准";
  }

  @PostMapping("/declare/{id}/file")
  Answer attach(
      @PathVariable("id") long id,
      @RequestParam(name = "kind") String kind,
      @RequestParam(name = "file") List<MultipartFile> brought,
      Person person)
      throws IOException {
    var claim = editable(id, person);
    for (var file : brought) {
      var name = file.getOriginalFilename() == null ? "材料" : file.getOriginalFilename();
      if (file.isEmpty()) {
        throw new Refusal("没有选择文件，或文件是空的");
      }
      files.add(claim, kind, name, evidence.keep(name, file.getBytes(), person.id()), person.id());
    }
    return new Answer.Redirect("/declare/" + id + "#files", "材料已收到");
  }

  @PostMapping("/declare/{id}/file/{file}/remove")
  Answer remove(@PathVariable("id") long id, @PathVariable("file") long file, Person person) {
    files.remove(editable(id, person), file, person.id());
    return new Answer.Redirect("/declare/" + id + "#files", "材料已移除");
  }

  /// States what was typed, takes the snapshot and answers with the receipt, all or nothing.
  @PostMapping("/declare/{id}/submit")
  Answer submit(
      @PathVariable("id") long id,
      @RequestParam Map<String, String> sent,
      @RequestParam(name = "account", defaultValue = "0") long account,
      Person person) {
    var claim = editable(id, person);
    var elsewhere = elsewhere(claim, sent);
    if (!elsewhere.isEmpty()) {
      throw new Refusal(elsewhere);
    }
    var typed = keep(claim, sent, person);
    var complaints = declaration.complaints(claim, typed);
    if (!complaints.isEmpty()) {
      return page(claim, complaints);
    }
    var receipt =
        whole.execute(_ -> {
          facts.state(declaration.statements(claim, typed), person.id());
          drafts.forget(id);
          return proceedings.submit(id, account, person).receipt();
        });
    return new Answer.Redirect("/my-claims/" + id, "已提交。回执 " + receipt + "，请保存；材料和数据从此不能改动");
  }

  private Claim editable(long id, Person person) {
    var claim = reading.own(id, person);
    if (!reading.page(claim).editable()) {
      throw new Refusal("申报 " + claim.number() + " 现在是“" + claim.step() + "”，不能修改");
    }
    return claim;
  }

  private Answer page(Claim claim, List<String> complaints) {
    return new Answer.Page(
        "申报 " + claim.number(),
        "claim/declare",
        new DeclarePage(
            claim,
            Measure.of(declaration.award(claim)),
            asked(claim),
            declaration.groups(claim),
            kinds(claim),
            files.of(claim.id()),
            accounts.of(claim.unit()),
            saved(claim, UUID.randomUUID().toString()),
            result(claim),
            complaints));
  }

  private String asked(Claim claim) {
    return claim.step().equals(CORRECTION)
        ? claims.history(claim.id()).stream()
            .filter(event -> event.target().equals(CORRECTION))
            .reduce((_, later) -> later)
            .map(event -> event.reason())
            .orElse("")
        : "";
  }

  private List<String> kinds(Claim claim) {
    var kinds = declaration.award(claim).evidence();
    return kinds.isEmpty()
        ? List.of("其他材料")
        : java.util.stream.Stream.concat(kinds.stream(), java.util.stream.Stream.of("其他材料"))
            .toList();
  }

  private DeclarePage.Saved saved(Claim claim, String window) {
    return drafts
        .of(claim.id())
        .map(draft ->
            new DeclarePage.Saved(
                "草稿保存于 " + Shown.moment(draft.savedAt()), draft.savedAt().toString(), window))
        .orElseGet(() -> new DeclarePage.Saved("还没有改动", "", window));
  }

  private DeclarePage.Result result(Claim claim) {
    return matching
        .explainByItself(
            claim.unit(), new Rivals.Claim(claim.award(), claim.object(), claim.year()))
        .map(DeclarePages::result)
        .orElseGet(() -> new DeclarePage.Result("没有结果", "", List.of("按现在的数据，这一年没有这个对象")));
  }

  private static DeclarePage.Result result(Decision decision) {
    var fen = Outcomes.ceiling(decision.outcome());
    return new DeclarePage.Result(
        decision.outcome().word(),
        fen == null ? "" : Shown.amount(fen),
        Outcomes.notes(decision.outcome()));
  }
}
