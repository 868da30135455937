package duixian.service.notice.web.officer;

import duixian.service.claim.Claim;
import duixian.service.claim.Claims;
import duixian.service.claim.Refusal;
import duixian.service.fact.EvidenceFiles;
import duixian.service.notice.Notices;
import duixian.service.notice.Objections;
import duixian.service.party.Names;
import duixian.service.party.Parties;
import duixian.service.party.Person;
import duixian.service.party.Role;
import duixian.service.site.Answer;
import duixian.service.site.Missing;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class PublishPages {
  private static final int SHOWN = 50;
  private static final int SHEET = 100_000;

  private final Clock clock;
  private final Notices notices;
  private final Objections objections;
  private final Claims claims;
  private final Parties parties;
  private final EvidenceFiles files;

  PublishPages(
      Clock clock,
      Notices notices,
      Objections objections,
      Claims claims,
      Parties parties,
      EvidenceFiles files) {
    this.clock = clock;
    this.notices = notices;
    this.objections = objections;
    this.claims = claims;
    this.parties = parties;
    this.files = files;
  }

  @GetMapping("/publish")
  Answer list(
      Person person, @RequestParam(name = "format", required = false) @Nullable String format) {
    var names = new Names(parties);
    var decided = notices.waiting();
    names.read(decided.stream().map(Claim::unit).toList());
    var waiting = decided.stream().map(claim -> waiting(claim, names)).toList();
    return new Answer.Page(
        "公示发布",
        "publish/publish",
        new PublishPage(
            person.is(Role.REVIEWER),
            waiting,
            notices.newest("xlsx".equals(format) ? SHEET : SHOWN).stream()
                .map(this::published)
                .toList(),
            "工业互联网平台专项资金拟兑现名单（%d年第%d批）"
                .formatted(
                    LocalDate.now(clock).getYear(),
                    notices.published(LocalDate.now(clock).getYear()) + 1)));
  }

  @PostMapping("/publish")
  Answer publish(
      Person person,
      @RequestParam(name = "title") String title,
      @RequestParam(name = "claim", required = false) @Nullable List<Long> which) {
    if (title.isBlank()) {
      throw new Refusal("公示要写标题");
    }
    var notice = notices.publish(title.strip(), which == null ? List.of() : which, person);
    return new Answer.Redirect("/publish", "已发布，公示到 " + notice.closes() + "（含）");
  }

  @GetMapping("/publish/objections")
  Answer objections(Person person) {
    return objections(person, null);
  }

  @GetMapping("/publish/objections/{id}/files/{hash}")
  Answer file(@PathVariable("id") long id, @PathVariable("hash") String hash) {
    var attached =
        objections.attached(id).stream()
            .filter(one -> one.evidence().equals(hash))
            .findFirst()
            .orElseThrow(() -> new Missing("这件异议没有这个附件"));
    return new Answer.Download(
        attached.name(), files.file(hash).media(), out -> out.write(files.content(hash)));
  }

  /// Asking who objects is an act (POST) that the log records.
  @PostMapping("/publish/objections/{id}/objector")
  Answer objector(Person person, @PathVariable("id") long id) {
    var who = objections.objector(id, person);
    return objections(person, new ObjectionsPage.Revealed(id, who.name(), who.contact()));
  }

  @PostMapping("/publish/objections/{id}")
  Answer settle(
      Person person,
      @PathVariable("id") long id,
      @RequestParam(name = "upheld") boolean upheld,
      @RequestParam(name = "answer", defaultValue = "") String answer) {
    objections.settle(id, upheld, answer.strip(), person);
    return new Answer.Redirect(
        "/publish/objections", upheld ? "异议成立：占用已释放，案件回到审定" : "异议不成立：公示期满后照常进行");
  }

  private Answer objections(Person person, ObjectionsPage.@Nullable Revealed revealed) {
    var names = new Names(parties);
    return new Answer.Page(
        "异议",
        "publish/objections",
        new ObjectionsPage(
            person.is(Role.REVIEWER),
            objections.open().stream().map(one -> row(one, names)).toList(),
            revealed));
  }

  private ObjectionsPage.Row row(Objections.Objection one, Names names) {
    var claim = claims.claim(one.claim());
    return new ObjectionsPage.Row(
        one.id(),
        one.notice(),
        claim.number(),
        names.unit(claim.unit()),
        claim.award(),
        claim.granted() == null ? 0 : claim.granted(),
        one.content(),
        one.filedAt(),
        objections.attached(one.id()));
  }

  private static PublishPage.Waiting waiting(Claim claim, Names names) {
    return new PublishPage.Waiting(
        claim.id(), claim.number(), names.unit(claim.unit()), claim.award(), claim.grant().fen());
  }

  private PublishPage.Published published(Notices.Notice notice) {
    var lines = notices.lines(notice.id());
    return new PublishPage.Published(
        notice.id(),
        notice.title(),
        notice.opens(),
        notice.closes(),
        !LocalDate.now(clock).isAfter(notice.closes()),
        notice.corrects() != null,
        lines.size(),
        lines.stream().mapToLong(Notices.Line::granted).sum(),
        lines.stream().filter(Notices.Line::held).count());
  }
}
