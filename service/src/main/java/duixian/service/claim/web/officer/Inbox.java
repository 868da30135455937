package duixian.service.claim.web.officer;

import duixian.service.calendar.Calendars;
import duixian.service.claim.Claim;
import duixian.service.claim.Claims;
import duixian.service.claim.Task;
import duixian.service.claim.Tasks;
import duixian.service.party.Names;
import duixian.service.party.Parties;
import duixian.service.party.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Reads what waits for somebody, one row for each case and step.
@Component
class Inbox {
  private static final int PAGE = 100;
  private static final String ACCEPTING = "受理";

  private final Clock clock;
  private final Claims claims;
  private final Tasks tasks;
  private final Parties parties;
  private final Calendars calendars;
  private final Documents documents;

  Inbox(
      Clock clock,
      Claims claims,
      Tasks tasks,
      Parties parties,
      Calendars calendars,
      Documents documents) {
    this.clock = clock;
    this.claims = claims;
    this.tasks = tasks;
    this.parties = parties;
    this.calendars = calendars;
    this.documents = documents;
  }

  /// What somebody wants to see; empty stands for any.
  record Filter(String clock, String step, String text) {}

  InboxPage page(Person person, Filter filter, int page) {
    var all = tasks.inbox(person);
    var found = found(all, filter);
    var pages = Math.max(1, (found.size() + PAGE - 1) / PAGE);
    var at = Math.clamp(page, 1, pages);
    return new InboxPage(
        LocalDate.now(clock),
        clocks(all),
        counts(all),
        filter.clock(),
        filter.step(),
        filter.text(),
        rows(found.subList((at - 1) * PAGE, Math.min(found.size(), at * PAGE))),
        found.size(),
        at,
        pages);
  }

  List<InboxPage.Row> found(Person person, Filter filter) {
    return rows(found(tasks.inbox(person), filter));
  }

  private List<Tasks.Waiting> found(List<Tasks.Waiting> all, Filter filter) {
    var found =
        all.stream()
            .filter(one -> filter.step().isEmpty() || one.step().equals(filter.step()))
            .filter(one -> filter.clock().isEmpty() || clock(one).equals(filter.clock()))
            .toList();
    if (filter.text().isEmpty()) {
      return found;
    }
    var naming = claims.naming(filter.text(), found.stream().map(Tasks.Waiting::claim).toList());
    return found.stream().filter(one -> naming.contains(one.claim())).toList();
  }

  private String clock(Tasks.Waiting one) {
    return Task.clock(LocalDate.now(clock), one.due()).name();
  }

  private List<InboxPage.Row> rows(List<Tasks.Waiting> waiting) {
    var cases =
        claims.all(waiting.stream().map(Tasks.Waiting::claim).toList()).stream()
            .collect(Collectors.toMap(Claim::id, Function.identity()));
    var names = new Names(parties);
    names.read(cases.values().stream().map(Claim::unit).toList());
    var shared = documents.shared(cases.keySet());
    return waiting.stream()
        .flatMap(one ->
            Stream.ofNullable(cases.get(one.claim())).map(claim -> row(one, claim, names, shared)))
        .toList();
  }

  private InboxPage.Row row(Tasks.Waiting task, Claim claim, Names names, List<Long> shared) {
    var why = obstacle(task, claim, shared);
    return new InboxPage.Row(
        claim.number(),
        claim.award(),
        claim.entity() + " " + claim.object(),
        names.unit(claim.unit()),
        task.step(),
        clock(task),
        task.due(),
        task.due() == null ? "" : left(LocalDate.now(clock), task.due()),
        claim.ceiling(),
        why.isEmpty(),
        why);
  }

  /// Why a case should be looked at before it is accepted; empty when nothing speaks against.
  private static String obstacle(Tasks.Waiting task, Claim claim, List<Long> shared) {
    if (!task.step().equals(ACCEPTING)) {
      return "只有受理可以批量办理";
    }
    if (claim.ceiling() == null || claim.ceiling() == 0) {
      return "按提交的事实不是可兑现";
    }
    if (claim.corrections() > 0) {
      return "补正过，须逐件核对";
    }
    return shared.contains(claim.id()) ? "有文件也用在别的申报里" : "";
  }

  private String left(LocalDate today, LocalDate due) {
    var days = calendars.days().between(today, due);
    if (due.isBefore(today)) {
      return "超期 " + Math.max(1, -days) + " 个工作日";
    }
    return days == 0 ? "今天到期" : "余 " + days + " 个工作日";
  }

  private List<InboxPage.Count> clocks(List<Tasks.Waiting> waiting) {
    var labels =
        Map.of("RED", "超期", "YELLOW", "将到期", "GREEN", "期限内", "STOPPED", "停表", "NONE", "不计时");
    var counts =
        waiting.stream().collect(Collectors.groupingBy(this::clock, Collectors.counting()));
    return List.of("RED", "YELLOW", "GREEN", "STOPPED", "NONE").stream()
        .filter(counts::containsKey)
        .map(clock ->
            new InboxPage.Count(
                clock, String.valueOf(labels.get(clock)), counts.getOrDefault(clock, 0L)))
        .toList();
  }

  private static List<InboxPage.Count> counts(List<Tasks.Waiting> waiting) {
    return waiting.stream()
        .collect(
            Collectors.groupingBy(Tasks.Waiting::step, LinkedHashMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(entry -> new InboxPage.Count(entry.getKey(), entry.getKey(), entry.getValue()))
        .toList();
  }
}
