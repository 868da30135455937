package duixian.service.audit.web;

import duixian.service.audit.AuditLog;
import duixian.service.audit.TreeHeads;
import duixian.service.site.Answer;
import duixian.service.site.Shown;
import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class LogPages {
  private final AuditLog audit;
  private final TreeHeads heads;

  LogPages(AuditLog audit, TreeHeads heads) {
    this.audit = audit;
    this.heads = heads;
  }

  @GetMapping("/log")
  Answer log() {
    var head =
        heads
            .latest()
            .map(one ->
                new LogPage.Head(
                    one.size(),
                    one.root().hex(),
                    Shown.moment(Instant.ofEpochMilli(one.at())),
                    one.signature()))
            .orElse(null);
    return new Answer.Page("公开日志", "audit/log", new LogPage(audit.size(), head));
  }
}
