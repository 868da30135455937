package duixian.service.party.web;

import duixian.service.party.Organisation;
import duixian.service.party.Parties;
import duixian.service.party.Person;
import duixian.service.site.Answer;
import duixian.service.tabular.Tabular;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Units and offices: list, one by one, and by file.
@Controller
class UnitPages {
  private static final int SHOWN = 200;
  private static final String TOWN = "镇街";
  private static final List<String> HEAD = List.of("标识", "类别", "名称", "统一社会信用代码", "受理镇街");
  private static final List<String> KINDS =
      List.of("平台单位", "企业", "园区建设方", TOWN, "科室", "部门", "财政", "评审专家", "审计机构");

  private final Parties parties;
  private final Registering registering;

  UnitPages(Parties parties, Registering registering) {
    this.parties = parties;
    this.registering = registering;
  }

  @GetMapping("/settings/units")
  Answer list(
      @RequestParam(name = "q", defaultValue = "") String text,
      @RequestParam(name = "format", required = false) @Nullable String format) {
    return "xlsx".equals(format) ? sheet(found(text)) : page(text, List.of());
  }

  private List<Organisation> found(String text) {
    return parties.organisations().stream()
        .filter(unit -> (unit.id() + unit.kind() + unit.name()).contains(text.strip()))
        .toList();
  }

  private Answer page(String text, List<String> complaints) {
    var found = found(text);
    return new Answer.Page(
        "单位",
        "setting/units",
        new UnitsPage(
            text,
            found.stream().limit(SHOWN).toList(),
            found.size(),
            KINDS,
            parties.organisations(TOWN),
            complaints));
  }

  private static Answer sheet(List<Organisation> units) {
    return new Answer.Sheet(
        "单位",
        HEAD,
        units.stream()
            .map(unit ->
                Arrays.<@Nullable Object>asList(
                    unit.id(), unit.kind(), unit.name(), unit.creditCode(), unit.town()))
            .toList());
  }

  @PostMapping("/settings/units")
  Answer add(
      Person person,
      @RequestParam(name = "id") String id,
      @RequestParam(name = "kind") String kind,
      @RequestParam(name = "name") String name,
      @RequestParam(name = "town", defaultValue = "") String town) {
    registering.unit(new Organisation(id.strip(), kind, name.strip(), null, filled(town)), person);
    return new Answer.Redirect("/settings/units", "已登记 " + name.strip());
  }

  @PostMapping("/settings/units/import")
  Answer take(Person person, @RequestParam(name = "file") MultipartFile file) throws IOException {
    var known =
        parties.organisations().stream()
            .collect(Collectors.toMap(Organisation::id, Function.identity()));
    var rows = new ArrayList<Organisation>();
    var complaints = new ArrayList<String>();
    var seen = new HashSet<String>();
    var same = 0;
    for (var line : Tabular.read(file.getBytes(), HEAD)) {
      var unit =
          new Organisation(
              line.cell("标识"),
              line.cell("类别"),
              line.cell("名称"),
              filled(line.cell("统一社会信用代码")),
              filled(line.cell("受理镇街")));
      var wrong = complaint(line, unit, known, seen);
      if (!wrong.isEmpty()) {
        complaints.add(wrong);
      } else if (unit.equals(known.get(unit.id()))) {
        same++;
      } else {
        rows.add(unit);
      }
    }
    if (!complaints.isEmpty() || rows.size() + same == 0) {
      return page("", complaints.isEmpty() ? List.of("文件里没有单位") : complaints);
    }
    registering.units(rows, person);
    return new Answer.Redirect(
        "/settings/units", "登记 %d 家新单位，%d 家没有变化".formatted(rows.size(), same));
  }

  private static String complaint(
      Tabular.Line line, Organisation unit, Map<String, Organisation> known, Set<String> seen) {
    if (unit.id().isEmpty() || unit.id().length() > 80) {
      return line.wrong("标识", "应是 1 到 80 个字，与数据里的标识相同");
    }
    if (!seen.add(unit.id())) {
      return line.wrong("标识", unit.id() + " 在文件里出现了两次，请只留一行");
    }
    if (!KINDS.contains(unit.kind())) {
      return line.wrong("类别", "“%s”应是 %s 之一".formatted(unit.kind(), String.join("、", KINDS)));
    }
    if (unit.name().isEmpty() || unit.name().length() > 200) {
      return line.wrong("名称", "应是 1 到 200 个字的全称，拨付的户名按它核对");
    }
    var town = unit.town() == null ? null : known.get(unit.town());
    if (unit.town() != null && (town == null || !town.kind().equals(TOWN))) {
      return line.wrong("受理镇街", "没有镇街“" + unit.town() + "”，请写镇街的标识");
    }
    var before = known.get(unit.id());
    return before == null || before.equals(unit)
        ? ""
        : line.wrong("标识", unit.id() + " 已经登记为“" + before.name() + "”，与这一行不同；导入不改已登记的单位");
  }

  private static @Nullable String filled(String text) {
    return text.isBlank() ? null : text.strip();
  }
}
