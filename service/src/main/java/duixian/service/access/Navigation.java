package duixian.service.access;

import duixian.service.party.Person;
import duixian.service.party.Role;
import duixian.service.site.Visitor.Link;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What stands in the left column for each role, and where a role begins after signing in.
final class Navigation {
  private static final List<Link> PUBLIC =
      List.of(
          new Link("/", "首页", "Home"),
          new Link("/policy", "政策", "Policy"),
          new Link("/calculator", "计算器", "Calculator"),
          new Link("/notices", "公示", "Notices"),
          new Link("/targets", "目标", "Targets"),
          new Link("/log", "公开日志", "Log head"));

  private static final Map<Role, List<Link>> BY_ROLE = new EnumMap<>(Role.class);

  private static final Link INBOX = new Link("/inbox", "待办", "Inbox");
  private static final Link CASES = new Link("/cases", "案件", "Cases");
  private static final Link PUBLISH = new Link("/publish", "公示发布", "Publish");
  private static final Link ACCOUNTS = new Link("/accounts", "额度与预算", "Caps and budget");
  private static final Link MONEY = new Link("/money", "资金", "Money");
  private static final Link EVALUATION = new Link("/evaluations", "绩效", "Evaluation");
  private static final Link CREDIT = new Link("/credit", "信用记录", "Credit");
  private static final Link CONTESTS = new Link("/contests", "数据异议", "Contested facts");
  private static final Link FACTS = new Link("/facts", "数据导入", "Records");
  private static final Link OVERSIGHT = new Link("/oversight", "监督", "Oversight");

  static {
    BY_ROLE.put(
        Role.APPLICANT,
        List.of(
            new Link("/mine", "我的政策", "My measures"),
            new Link("/my-claims", "我的申报", "My claims"),
            new Link("/my-data", "我的数据", "My data"),
            new Link("/my-accounts", "收款账户", "Accounts"),
            EVALUATION));
    BY_ROLE.put(Role.TOWNSHIP, List.of(INBOX, CASES));
    BY_ROLE.put(Role.DEPARTMENT, List.of(INBOX, CASES));
    BY_ROLE.put(Role.EXPERT, List.of(INBOX, CASES));
    BY_ROLE.put(Role.AUDITOR, List.of(INBOX, CASES));
    BY_ROLE.put(
        Role.REVIEWER,
        List.of(INBOX, CASES, PUBLISH, CONTESTS, FACTS, ACCOUNTS, EVALUATION, CREDIT));
    BY_ROLE.put(Role.LEADER, List.of(INBOX, CASES, ACCOUNTS, MONEY, PUBLISH, EVALUATION));
    BY_ROLE.put(Role.FINANCE, List.of(INBOX, CASES, MONEY, ACCOUNTS, EVALUATION, CREDIT));
    BY_ROLE.put(
        Role.SUPERVISOR, List.of(OVERSIGHT, CASES, ACCOUNTS, MONEY, PUBLISH, EVALUATION, CREDIT));
    BY_ROLE.put(
        Role.ADMINISTRATOR,
        List.of(
            new Link("/settings/people", "用户", "Users"),
            new Link("/settings/units", "单位", "Units"),
            new Link("/settings/experts", "专家库", "Experts"),
            new Link("/settings/calendar", "日历", "Calendar"),
            new Link("/settings/procedures", "程序与时限", "Procedures"),
            new Link("/settings/readings", "解释点", "Readings")));
  }

  private Navigation() {}

  static List<Link> of(Person person) {
    return Stream.concat(own(person), PUBLIC.stream()).toList();
  }

  static List<Link> ofEverybody() {
    return PUBLIC;
  }

  /// The first page of the person's role.
  static String start(Person person) {
    return own(person).findFirst().map(Link::path).orElse("/");
  }

  private static Stream<Link> own(Person person) {
    return BY_ROLE.entrySet().stream()
        .filter(entry -> person.is(entry.getKey()))
        .flatMap(entry -> entry.getValue().stream())
        .distinct();
  }
}
