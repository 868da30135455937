package duixian.service.party.web;

import duixian.service.party.Experts;
import duixian.service.party.Parties;
import duixian.service.party.Person;
import duixian.service.site.Answer;
import duixian.service.tabular.Tabular;
import duixian.service.tabular.Taken;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

@Controller
class ExpertPages {
  private static final List<String> HEAD = List.of("账号", "姓名", "单位", "领域");
  private static final String CONFLICTS = "回避";
  private static final int LONGEST_REASON = 200;

  private final Experts experts;
  private final Parties parties;
  private final Registering registering;

  ExpertPages(Experts experts, Parties parties, Registering registering) {
    this.experts = experts;
    this.parties = parties;
    this.registering = registering;
  }

  @GetMapping("/settings/experts")
  Answer list(@RequestParam(name = "format", required = false) @Nullable String format) {
    if ("xlsx".equals(format)) {
      return new Answer.Sheet(
          "专家",
          List.of("账号", "姓名", "单位", "领域", CONFLICTS),
          experts.all().stream()
              .map(one ->
                  List.<@Nullable Object>of(
                      one.person(), one.name(), one.organisation(), one.field(), one.conflicts()))
              .toList());
    }
    return page(List.of());
  }

  private Answer page(List<String> complaints) {
    return new Answer.Page("专家库", "setting/experts", new ExpertsPage(experts.all(), complaints));
  }

  /// Every row that is wrong gets its sentence, and then none is taken.
  @PostMapping("/settings/experts")
  Answer add(Person person, @RequestParam(name = "file") MultipartFile file) throws IOException {
    var known =
        experts.all().stream()
            .collect(Collectors.toMap(Experts.Expert::person, Function.identity()));
    var seen = new HashSet<String>();
    var registered = new Registered(parties);
    var taken =
        Taken.of(
            Tabular.read(file.getBytes(), HEAD),
            line -> complaint(line, known.get(line.cell("账号")), registered, seen),
            line -> expert(line, known.get(line.cell("账号"))),
            "文件里没有专家");
    if (taken.isRefused()) {
      return page(taken.complaints());
    }
    var fresh =
        taken.rows().stream()
            .map(Registering.ListedExpert::id)
            .filter(id -> !known.containsKey(id))
            .collect(Collectors.toSet());
    var conflicts = registering.experts(taken.rows(), fresh, person);
    return new Answer.Redirect(
        "/settings/experts",
        "读入 %d 行：新增 %d 名专家，登记 %d 项回避".formatted(taken.rows().size(), fresh.size(), conflicts));
  }

  /// Of a row without complaint; conflicts as they are known need not be read again.
  private static Registering.ListedExpert expert(
      Tabular.Line line, Experts.@Nullable Expert known) {
    var told = line.cell(CONFLICTS);
    return new Registering.ListedExpert(
        line.cell("账号"),
        line.cell("姓名"),
        line.cell("单位"),
        line.cell("领域"),
        known != null && known.conflicts().equals(told) ? Map.of() : conflicts(told));
  }

  /// `单位：理由`, separated by 、; a part without a reason comes with an empty one.
  private static Map<String, String> conflicts(String told) {
    var conflicts = new LinkedHashMap<String, String>();
    for (var one : told.isEmpty() ? new String[0] : told.split("、(?=[^、：:]+[：:])", -1)) {
      var parts = one.split("[：:]", 2);
      conflicts.put(parts[0].strip(), parts.length < 2 ? "" : parts[1].strip());
    }
    return conflicts;
  }

  private static String complaint(
      Tabular.Line line, Experts.@Nullable Expert known, Registered registered, Set<String> seen) {
    var row = expert(line, known);
    if (!seen.add(row.id())) {
      return line.wrong("账号", row.id() + " 在文件里出现了两次，请只留一行");
    }
    var wrong = known == null ? unknown(line, row, registered) : different(line, row, known);
    if (!wrong.isEmpty()) {
      return wrong;
    }
    for (var conflict : row.conflicts().entrySet()) {
      if (!registered.hasOrganisation(conflict.getKey())) {
        return line.wrong(CONFLICTS, "没有单位“" + conflict.getKey() + "”；写成 单位标识：理由，几项用顿号隔开");
      }
      if (conflict.getValue().isEmpty() || conflict.getValue().length() > LONGEST_REASON) {
        return line.wrong(
            CONFLICTS, "对 %s 要写理由，不超过 %d 个字".formatted(conflict.getKey(), LONGEST_REASON));
      }
    }
    return "";
  }

  private static String unknown(
      Tabular.Line line, Registering.ListedExpert row, Registered registered) {
    if (!row.id().matches("[a-z0-9._-]{2,40}")) {
      return line.wrong("账号", "“" + row.id() + "”应是 2 到 40 个小写字母、数字、点或横线");
    }
    if (registered.person(row.id()) != null) {
      return line.wrong("账号", row.id() + " 已经登记为别的用户；请换账号或删去这一行");
    }
    if (row.name().isEmpty()) {
      return line.wrong("姓名", "不能空");
    }
    if (row.field().isEmpty()) {
      return line.wrong("领域", "不能空，抽取时按它核对");
    }
    return registered.hasOrganisation(row.organisation())
        ? ""
        : line.wrong("单位", "没有单位“" + row.organisation() + "”，请先登记单位");
  }

  /// What is registered of an expert stays as it is.
  private static String different(
      Tabular.Line line, Registering.ListedExpert row, Experts.Expert known) {
    if (!row.name().equals(known.name())) {
      return line.wrong("姓名", row.id() + " 登记的是“" + known.name() + "”，导入不改；请核对账号");
    }
    if (!row.organisation().equals(known.organisation())) {
      return line.wrong("单位", row.id() + " 登记在“" + known.organisation() + "”，导入不改；请核对账号");
    }
    return row.field().equals(known.field())
        ? ""
        : line.wrong("领域", row.id() + " 登记的是“" + known.field() + "”，导入不改；请核对账号");
  }

  @PostMapping("/settings/experts/conflict")
  Answer conflict(
      Person person,
      @RequestParam(name = "expert") String expert,
      @RequestParam(name = "organisation") String organisation,
      @RequestParam(name = "reason", defaultValue = "") String reason) {
    registering.conflict(expert, organisation.strip(), reason.strip(), person);
    return new Answer.Redirect("/settings/experts", "已登记回避");
  }
}
