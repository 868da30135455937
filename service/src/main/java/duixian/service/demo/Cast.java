package duixian.service.demo;

import duixian.service.party.Person;
import duixian.service.party.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Who plays in the sample city. Everybody's password is the same and printed at the start.
final class Cast {
  static final String OFFICE = "数字经济科";
  static final String FINANCE = "资金科";
  static final List<String> TOWNS = List.of("火炬开发区", "小榄镇");
  static final List<String> DEPARTMENTS = List.of("市税务局", "市应急管理局", "市生态环境局");
  static final String AUDITORS = "合成会计师事务所";
  static final String EXPERTS = "专家库";
  static final int EXPERT_COUNT = 9;

  private Cast() {}

  static List<Person> all() {
    return Stream.of(
            numbered("town", "镇街经办", TOWNS, Role.TOWNSHIP),
            same("reviewer", "科室经办", 5, OFFICE, Role.REVIEWER),
            same("leader", "局领导", 2, OFFICE, Role.LEADER),
            same("finance", "资金经办", 5, FINANCE, Role.FINANCE),
            numbered("department", "联审经办", DEPARTMENTS, Role.DEPARTMENT),
            same("expert", "评审专家", EXPERT_COUNT, EXPERTS, Role.EXPERT),
            same("auditor", "审计人员", 1, AUDITORS, Role.AUDITOR),
            same("drafter", "政策起草", 1, OFFICE, Role.DRAFTER),
            same("supervisor", "监督人员", 1, OFFICE, Role.SUPERVISOR),
            same("admin", "系统管理员", 1, OFFICE, Role.ADMINISTRATOR))
        .flatMap(people -> people)
        .toList();
  }

  static Person applicant(String unit) {
    return new Person(
        unit.toLowerCase(java.util.Locale.ROOT), "申报人" + unit, unit, Set.of(Role.APPLICANT));
  }

  private static Stream<Person> numbered(
      String id, String name, List<String> organisations, Role role) {
    return IntStream.range(0, organisations.size())
        .mapToObj(i -> person(id, name, i + 1, organisations.get(i), role));
  }

  private static Stream<Person> same(
      String id, String name, int count, String organisation, Role role) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> person(id, name, i, organisation, role));
  }

  private static Person person(String id, String name, int number, String organisation, Role role) {
    return new Person(id + number, "合成" + name + number, organisation, Set.of(role));
  }
}
