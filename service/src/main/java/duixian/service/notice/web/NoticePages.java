package duixian.service.notice.web;

import duixian.service.claim.Refusal;
import duixian.service.fact.EvidenceFiles;
import duixian.service.notice.Notices;
import duixian.service.notice.Objections;
import duixian.service.site.Answer;
import duixian.service.site.Attempts;
import duixian.service.site.Missing;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

@Controller
class NoticePages {
  private static final int PAGE = 50;
  private static final int SHEET = 100_000;

  /// From one address within an hour; a file each may be stored.
  static final int OBJECTIONS = 20;

  private static final Duration WINDOW = Duration.ofHours(1);

  private final Clock clock;
  private final Notices notices;
  private final Objections objections;
  private final EvidenceFiles files;
  private final Attempts attempts;

  NoticePages(Clock clock, Notices notices, Objections objections, EvidenceFiles files) {
    this.clock = clock;
    this.notices = notices;
    this.objections = objections;
    this.files = files;
    this.attempts = new Attempts(clock, WINDOW);
  }

  @GetMapping("/notices")
  Answer list(
      @RequestParam(name = "before", defaultValue = "9223372036854775807") long before,
      @RequestParam(name = "format", required = false) @Nullable String format) {
    var page = notices.page("xlsx".equals(format) ? SHEET : PAGE, before);
    var sums = notices.sums(page.stream().map(Notices.Notice::id).toList());
    var rows =
        page.stream()
            .map(one -> row(one, sums.getOrDefault(one.id(), new Notices.Sum(one.id(), 0, 0))))
            .toList();
    return new Answer.Page(
        "公示", "notice/list", new NoticesPage(rows, page.size() == PAGE ? page.getLast().id() : 0));
  }

  @GetMapping("/notices/{id}")
  Answer notice(@PathVariable("id") long id) {
    return page(find(id), null);
  }

  @GetMapping("/notices/{id}/objection/{claim}")
  Answer form(@PathVariable("id") long id, @PathVariable("claim") long claim) {
    var notice = find(id);
    return page(notice, new NoticePage.Objection(line(notice, claim), "", "", "", ""));
  }

  @PostMapping("/notices/{id}/objection/{claim}")
  Answer object(
      @PathVariable("id") long id,
      @PathVariable("claim") long claim,
      @RequestParam Map<String, String> typed,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      HttpServletRequest request)
      throws IOException {
    var notice = find(id);
    var who =
        new Objections.Objector(typed.getOrDefault("name", ""), typed.getOrDefault("contact", ""));
    var content = typed.getOrDefault("content", "");
    try {
      if (!attempts.admits(String.valueOf(request.getRemoteAddr()), OBJECTIONS)) {
        throw new Refusal("从您这里一小时内已经提交了 %d 次，请过一小时再提；您写的内容还在下面".formatted(OBJECTIONS));
      }
      var number = file(notice, claim, who, content, file);
      return new Answer.Redirect(
          "/notices/" + id, "异议已收到，编号 " + number + "；办结之前这一项不往下办。您的姓名和联系方式只有经办科室能看");
    } catch (Refusal | EvidenceFiles.Refused refused) {
      return page(
          notice,
          new NoticePage.Objection(
              line(notice, claim),
              who.name(),
              who.contact(),
              content,
              String.valueOf(refused.getMessage())));
    }
  }

  private long file(
      Notices.Notice notice,
      long claim,
      Objections.Objector who,
      String content,
      @Nullable MultipartFile file)
      throws IOException {
    if (file == null || file.isEmpty()) {
      return objections.file(notice.id(), claim, who, content);
    }
    var name = file.getOriginalFilename() == null ? "附件" : file.getOriginalFilename();
    var hash = files.keep(name, file.getBytes(), "public");
    return objections.file(notice.id(), claim, who, content, new Objections.Attached(name, hash));
  }

  private Answer page(Notices.Notice notice, NoticePage.@Nullable Objection objection) {
    var lines = lines(notice);
    return new Answer.Page(
        notice.title(),
        "notice/notice",
        new NoticePage(row(notice, sum(notice, lines)), notice.corrects(), lines, objection));
  }

  private Notices.Notice find(long id) {
    return notices.find(id).orElseThrow(() -> new Missing("没有这份公示；请从公示列表进入"));
  }

  private NoticePage.Line line(Notices.Notice notice, long claim) {
    return lines(notice).stream()
        .filter(line -> line.claim() == claim)
        .findFirst()
        .orElseThrow(() -> new Missing("这份公示里没有这一项"));
  }

  private List<NoticePage.Line> lines(Notices.Notice notice) {
    var open = daysLeft(notice) > 0;
    return notices.lines(notice.id()).stream()
        .map(line ->
            new NoticePage.Line(
                line.claim(),
                line.number(),
                line.payee(),
                line.award(),
                line.granted(),
                line.held() ? "异议办理中" : line.releasedAt() != null ? "期满无异议" : open ? "公示中" : "待办",
                open && line.releasedAt() == null))
        .toList();
  }

  private static Notices.Sum sum(Notices.Notice notice, List<NoticePage.Line> lines) {
    return new Notices.Sum(
        notice.id(), lines.size(), lines.stream().mapToLong(NoticePage.Line::granted).sum());
  }

  private NoticesPage.Row row(Notices.Notice notice, Notices.Sum sum) {
    return new NoticesPage.Row(
        notice.id(),
        notice.title(),
        notice.opens(),
        notice.closes(),
        daysLeft(notice),
        sum.lines(),
        sum.granted(),
        notice.corrects() != null);
  }

  private long daysLeft(Notices.Notice notice) {
    var today = LocalDate.now(clock);
    return today.isAfter(notice.closes()) || today.isBefore(notice.opens())
        ? 0
        : ChronoUnit.DAYS.between(today, notice.closes()) + 1;
  }
}
