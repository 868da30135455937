package duixian.service.party.web;

import duixian.service.party.Names;
import duixian.service.party.Parties;
import duixian.service.party.Person;
import duixian.service.party.Role;
import duixian.service.site.Answer;
import duixian.service.tabular.Tabular;
import duixian.service.tabular.Taken;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

@Controller
class PeoplePages {
  private static final int SHOWN = 200;
  private static final List<String> HEAD = List.of("账号", "姓名", "单位标识", "角色");
  private static final List<Role> ROLES =
      Stream.of(Role.values()).filter(role -> role != Role.SYSTEM).toList();

  private final Parties parties;
  private final Registering registering;

  PeoplePages(Parties parties, Registering registering) {
    this.parties = parties;
    this.registering = registering;
  }

  @GetMapping("/settings/people")
  Answer people(
      @RequestParam(name = "q", defaultValue = "") String text,
      @RequestParam(name = "format", required = false) @Nullable String format) {
    return "xlsx".equals(format) ? sheet(found(text)) : page(text, List.of());
  }

  private List<Person> found(String text) {
    var names = new Names(parties);
    return parties.persons().stream()
        .filter(person ->
            (person.id() + person.name() + names.unit(person.organisation()))
                .contains(text.strip()))
        .toList();
  }

  private Answer page(String text, List<String> complaints) {
    var names = new Names(parties);
    var rows =
        found(text).stream()
            .limit(SHOWN)
            .map(person ->
                new PeoplePage.Row(
                    person.id(), person.name(), names.unit(person.organisation()), person.roles()))
            .toList();
    return new Answer.Page(
        "用户",
        "setting/people",
        new PeoplePage(text, rows, ROLES, parties.organisations(), complaints));
  }

  private static Answer sheet(List<Person> people) {
    return new Answer.Sheet(
        "用户",
        HEAD,
        people.stream()
            .map(person ->
                List.<@Nullable Object>of(
                    person.id(),
                    person.name(),
                    person.organisation(),
                    person.roles().stream()
                        .sorted()
                        .map(Role::label)
                        .collect(Collectors.joining("、"))))
            .toList());
  }

  @PostMapping("/settings/people/import")
  Answer take(Person person, @RequestParam(name = "file") MultipartFile file) throws IOException {
    var seen = new HashSet<String>();
    var registered = new Registered(parties);
    var taken =
        Taken.of(
            Tabular.read(file.getBytes(), HEAD),
            line -> complaint(line, registered, seen),
            line ->
                new Registering.Listed(
                    line.cell("账号"), line.cell("姓名"), line.cell("单位标识"), roles(line)),
            "文件里没有用户");
    if (taken.isRefused()) {
      return page("", taken.complaints());
    }
    var came = registering.people(taken.rows(), person);
    return new Answer.Redirect(
        "/settings/people",
        "读入 %d 行：新增 %d 人，授予 %d 项角色，收回 %d 项角色"
            .formatted(taken.rows().size(), came.added(), came.granted(), came.revoked()));
  }

  private static String complaint(Tabular.Line line, Registered registered, Set<String> seen) {
    var id = line.cell("账号");
    var known = registered.person(id);
    if (known == null && !id.matches("[a-z0-9._-]{2,40}")) {
      return line.wrong("账号", "“" + id + "”应是 2 到 40 个小写字母、数字、点或横线");
    }
    if (!seen.add(id)) {
      return line.wrong("账号", id + " 在文件里出现了两次，请只留一行");
    }
    if (line.cell("姓名").isEmpty()) {
      return line.wrong("姓名", "不能空");
    }
    if (known != null && !known.name().equals(line.cell("姓名"))) {
      return line.wrong("姓名", id + " 登记的是“" + known.name() + "”，导入不改姓名；请核对账号");
    }
    if (known != null && !known.organisation().equals(line.cell("单位标识"))) {
      return line.wrong("单位标识", id + " 登记在“" + known.organisation() + "”，导入不改单位；换单位请用新账号");
    }
    if (!registered.hasOrganisation(line.cell("单位标识"))) {
      return line.wrong("单位标识", "没有单位“" + line.cell("单位标识") + "”，请先登记单位");
    }
    if (roles(line).size() != labels(line).size()) {
      return line.wrong(
          "角色",
          "“%s”里有不认识的角色；可写：%s，几个用顿号隔开"
              .formatted(
                  line.cell("角色"),
                  ROLES.stream().map(Role::label).collect(Collectors.joining("、"))));
    }
    return known == null && labels(line).isEmpty() ? line.wrong("角色", "新用户至少要有一个角色") : "";
  }

  private static List<String> labels(Tabular.Line line) {
    return Stream.of(line.cell("角色").split("[、，,;；\\s]+"))
        .filter(label -> !label.isEmpty())
        .distinct()
        .toList();
  }

  private static Set<Role> roles(Tabular.Line line) {
    var labels = labels(line);
    return ROLES.stream().filter(role -> labels.contains(role.label())).collect(Collectors.toSet());
  }

  @PostMapping("/settings/people")
  Answer add(
      Person person,
      @RequestParam(name = "id") String id,
      @RequestParam(name = "name") String name,
      @RequestParam(name = "organisation") String organisation,
      @RequestParam(name = "role") Role role,
      @RequestParam(name = "password") String password) {
    registering.person(id.strip(), name.strip(), organisation.strip(), role, password, person);
    return new Answer.Redirect("/settings/people?q=" + id.strip(), "已新增用户 " + id.strip());
  }

  @PostMapping("/settings/people/{id}/role")
  Answer role(
      Person person,
      @PathVariable("id") String id,
      @RequestParam(name = "role") Role role,
      @RequestParam(name = "grant") boolean grant) {
    if (grant) {
      registering.grant(id, role, person);
    } else {
      registering.revoke(id, role, person);
    }
    return new Answer.Redirect(
        "/settings/people", (grant ? "已授予 " : "已收回 ") + id + " 的" + role.label());
  }

  @PostMapping("/settings/people/{id}/password")
  Answer password(
      Person person,
      @PathVariable("id") String id,
      @RequestParam(name = "password") String password) {
    registering.password(id, password, person);
    return new Answer.Redirect("/settings/people", "已重设 " + id + " 的密码");
  }
}
