package duixian.service.claim.web.officer;

import duixian.service.party.Person;
import duixian.service.site.Answer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class InboxPages {
  private final Inbox inbox;

  InboxPages(Inbox inbox) {
    this.inbox = inbox;
  }

  @GetMapping("/inbox")
  Answer show(
      Person person,
      @RequestParam(name = "clock", defaultValue = "") String clock,
      @RequestParam(name = "step", defaultValue = "") String step,
      @RequestParam(name = "q", defaultValue = "") String text,
      @RequestParam(name = "page", defaultValue = "1") int page,
      @RequestParam(name = "format", required = false) @Nullable String format) {
    var filter = new Inbox.Filter(clock, step, text.strip());
    if ("xlsx".equals(format)) {
      return sheet(inbox.found(person, filter));
    }
    return new Answer.Page("待办", "officer/inbox", inbox.page(person, filter, page));
  }

  private static Answer sheet(List<InboxPage.Row> rows) {
    var cells = new ArrayList<List<@Nullable Object>>();
    for (var row : rows) {
      var line = new ArrayList<@Nullable Object>();
      line.add(row.number());
      line.add(row.award());
      line.add(row.object());
      line.add(row.unit());
      line.add(row.step());
      line.add(row.due());
      line.add(row.left());
      line.add(CaseList.yuan(row.ceiling()));
      cells.add(line);
    }
    return new Answer.Sheet(
        "待办", List.of("申报号", "奖补", "对象", "受款单位", "步骤", "到期日", "时限", "核定上限（元）"), cells);
  }
}
