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

  static {
    BY_ROLE.put(
        Role.APPLICANT,
        List.of(
            new Link("/mine", "我的政策", "My measures"),
            new Link("/my-claims", "我的申报", "My claims"),
            new Link("/my-data", "我的数据", "My data"),
            new Link("/my-accounts", "收款账户", "Accounts")));
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
