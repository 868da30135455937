package duixian.service.claim.web.oversight;

import duixian.service.audit.AuditLog;
import duixian.service.audit.TreeHeads;
import duixian.service.claim.Claim;
import duixian.service.claim.Claims;
import duixian.service.claim.submission.Submissions;
import duixian.service.party.Names;
import duixian.service.party.Parties;
import duixian.service.party.Person;
import duixian.service.site.Answer;
import duixian.service.site.Missing;
import duixian.service.site.Shown;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class OversightPages {
  private static final int PAGE = 100;
  private static final int MOST_DRAWN = 50;
  private static final int POOL = 10_000;

  private final AuditLog audit;
  private final TreeHeads heads;
  private final Claims claims;
  private final Submissions submissions;
  private final Parties parties;

  OversightPages(
      AuditLog audit, TreeHeads heads, Claims claims, Submissions submissions, Parties parties) {
    this.audit = audit;
    this.heads = heads;
    this.claims = claims;
    this.submissions = submissions;
    this.parties = parties;
  }

  @GetMapping("/oversight")
  Answer log(
      @RequestParam(name = "subject", defaultValue = "") String asked,
      @RequestParam(name = "before", defaultValue = "9223372036854775807") long before,
      @RequestParam(name = "format", required = false) @Nullable String format) {
    var subject = subject(asked.strip());
    var entries =
        subject.isEmpty()
            ? audit.latest("xlsx".equals(format) ? POOL : PAGE, before)
            : audit.of(subject).reversed();
    var names = new Names(parties);
    var rows =
        entries.stream()
            .map(entry ->
                new OversightPage.Row(
                    entry.position(),
                    entry.recordedAt(),
                    actor(entry.actor(), names),
                    entry.act(),
                    entry.subject(),
                    entry.leaf()))
            .toList();
    if ("xlsx".equals(format)) {
      return sheet(rows);
    }
    var last = rows.isEmpty() ? 0 : rows.getLast().position();
    return new Answer.Page(
        "监督",
        "oversight/log",
        new OversightPage(
            audit.size(), head(), asked, rows, subject.isEmpty() && last > 0 ? last : 0));
  }

  /// By name, with the account as it stands in the log.
  private static String actor(String id, Names names) {
    var name = id.equals("public") ? "公众" : names.person(id);
    return name.equals(id) || id.equals(Person.SYSTEM.id()) ? name : name + "（" + id + "）";
  }

  /// A bare case number stands for the case.
  private static String subject(String asked) {
    return asked.matches("[0-9]{4}-[0-9]{6}") ? "申报 " + asked : asked;
  }

  private OversightPage.@Nullable Head head() {
    return heads
        .latest()
        .map(head ->
            new OversightPage.Head(head.size(), head.root().hex(), Instant.ofEpochMilli(head.at())))
        .orElse(null);
  }

  private static Answer sheet(List<OversightPage.Row> rows) {
    return new Answer.Sheet(
        "日志",
        List.of("序号", "时间", "谁", "行为", "对象", "内容"),
        rows.stream()
            .map(row ->
                List.<@Nullable Object>of(
                    row.position(),
                    Shown.moment(row.at()),
                    row.actor(),
                    row.act(),
                    row.subject(),
                    row.leaf()))
            .toList());
  }

  /// The whole log as `duixian audit verify` reads it.
  @GetMapping("/oversight/export")
  Answer export() {
    return new Answer.Download(
        "duixian-audit.txt",
        "text/plain;charset=UTF-8",
        out -> {
          var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          heads.export(writer);
          writer.flush();
        });
  }

  @GetMapping("/oversight/replay/{number}")
  Answer replay(Person person, @PathVariable("number") String number) {
    var claim = claims.find(number, person).orElseThrow(() -> new Missing("没有这件申报，或它不由您办理"));
    var rows = all(claim).toList();
    return new Answer.Page(
        "重演 " + number,
        "oversight/replay",
        new ReplayPage("申报 " + number + " 的重演", "", rows.size(), rows));
  }

  /// Draws decided cases by a seed, so that anybody draws the same, and runs each again.
  @GetMapping("/oversight/sample")
  Answer sample(
      Person person,
      @RequestParam(name = "seed", defaultValue = "1") long seed,
      @RequestParam(name = "count", defaultValue = "10") int count) {
    var decided =
        new ArrayList<>(
            claims.search(person, "", "", POOL, Long.MAX_VALUE).stream()
                .filter(claim -> claim.decidedAt() != null)
                .toList());
    Collections.reverse(decided);
    var pool = decided.size();
    var random = new SplittableRandom(seed);
    for (int i = decided.size() - 1; i > 0; i--) {
      Collections.swap(decided, i, random.nextInt(i + 1));
    }
    var rows =
        decided.stream().limit(Math.clamp(count, 1, MOST_DRAWN)).flatMap(this::newest).toList();
    return new Answer.Page(
        "抽样", "oversight/replay", new ReplayPage("抽样重演", Long.toString(seed), pool, rows));
  }

  private Stream<ReplayPage.Row> newest(Claim claim) {
    var all = all(claim).toList();
    return all.isEmpty() ? Stream.of() : Stream.of(all.getLast());
  }

  private Stream<ReplayPage.Row> all(Claim claim) {
    return submissions.of(claim.id()).stream()
        .map(submission -> {
          var replay = submissions.replay(submission);
          return new ReplayPage.Row(
              claim.number(),
              claim.award(),
              submission.version(),
              submission.submittedAt(),
              submission.policy(),
              submission.receipt(),
              replay.receipt(),
              replay.isSame());
        });
  }
}
