package duixian.service.party.web;

import duixian.service.party.Names;
import duixian.service.party.Organisation;
import duixian.service.party.Parties;
import duixian.service.party.Person;
import duixian.service.party.Role;
import duixian.service.site.Answer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class PeoplePages {
  private static final int SHOWN = 200;

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
    var names = new Names(parties);
    var rows =
        parties.persons().stream()
            .map(person ->
                new PeoplePage.Row(
                    person.id(), person.name(), names.unit(person.organisation()), person.roles()))
            .filter(row -> (row.id() + row.name() + row.organisation()).contains(text.strip()))
            .toList();
    if ("xlsx".equals(format)) {
      return sheet(rows);
    }
    var roles = Arrays.stream(Role.values()).filter(role -> role != Role.SYSTEM).toList();
    return new Answer.Page(
        "用户与单位",
        "setting/people",
        new PeoplePage(text, rows.stream().limit(SHOWN).toList(), roles, parties.organisations()));
  }

  private static Answer sheet(List<PeoplePage.Row> rows) {
    return new Answer.Sheet(
        "用户",
        List.of("账号", "姓名", "单位", "角色"),
        rows.stream()
            .map(row ->
                List.<@Nullable Object>of(
                    row.id(),
                    row.name(),
                    row.organisation(),
                    row.roles().stream()
                        .sorted()
                        .map(Role::label)
                        .collect(Collectors.joining("、"))))
            .toList());
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

  @PostMapping("/settings/units")
  Answer unit(
      Person person,
      @RequestParam(name = "id") String id,
      @RequestParam(name = "kind") String kind,
      @RequestParam(name = "name") String name,
      @RequestParam(name = "town", defaultValue = "") String town) {
    registering.unit(
        new Organisation(id.strip(), kind, name.strip(), null, town.isBlank() ? null : town),
        person);
    return new Answer.Redirect("/settings/people", "已登记 " + name.strip());
  }
}
