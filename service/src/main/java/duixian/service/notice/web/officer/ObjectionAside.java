package duixian.service.notice.web.officer;

import duixian.service.claim.Claim;
import duixian.service.claim.aside.Aside;
import duixian.service.claim.aside.Asides;
import duixian.service.notice.Objections;
import duixian.service.party.Person;
import duixian.service.party.Role;
import duixian.service.site.Shown;
import java.util.List;
import org.springframework.stereotype.Component;

/// The objections to a case on its page.
@Component
class ObjectionAside implements Asides {
  private final Objections objections;

  ObjectionAside(Objections objections) {
    this.objections = objections;
  }

  @Override
  public List<Aside> of(Claim claim, Person reader) {
    var all = objections.of(claim.id());
    if (all.isEmpty()) {
      return List.of();
    }
    var rows =
        all.stream()
            .map(one -> List.of(Shown.day(one.filedAt()), one.content(), outcome(one)))
            .toList();
    var open = all.stream().anyMatch(one -> one.settledAt() == null);
    return List.of(
        new Aside(
            "异议",
            List.of("提出", "内容", "办理"),
            rows,
            open && reader.is(Role.REVIEWER) ? "/publish/objections" : null));
  }

  private static String outcome(Objections.Objection one) {
    if (one.settledAt() == null) {
      return "未办结，这一项暂停";
    }
    return (Boolean.TRUE.equals(one.upheld()) ? "成立：" : "不成立：")
        + (one.answer() == null ? "" : one.answer());
  }
}
