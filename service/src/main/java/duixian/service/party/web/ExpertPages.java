package duixian.service.party.web;

import duixian.service.party.Experts;
import duixian.service.party.Parties;
import duixian.service.party.Person;
import duixian.service.site.Answer;
import duixian.service.tabular.Tabular;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

@Controller
class ExpertPages {
  private static final List<String> HEAD = List.of("账号", "姓名", "单位", "领域");

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
          List.of("账号", "姓名", "单位", "领域", "回避"),
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
    var rows = new ArrayList<Registering.NewExpert>();
    var complaints = new ArrayList<String>();
    var seen = new HashSet<String>();
    for (var line : Tabular.read(file.getBytes(), HEAD)) {
      var row =
          new Registering.NewExpert(
              line.cell("账号"), line.cell("姓名"), line.cell("单位"), line.cell("领域"));
      var wrong = complaint(row, seen);
      if (wrong.isEmpty()) {
        rows.add(row);
      } else {
        complaints.add("第 " + line.number() + " 行：" + wrong);
      }
    }
    if (!complaints.isEmpty() || rows.isEmpty()) {
      return page(complaints.isEmpty() ? List.of("文件里没有专家") : complaints);
    }
    registering.experts(rows, person);
    return new Answer.Redirect("/settings/experts", "已导入 " + rows.size() + " 名专家");
  }

  private String complaint(Registering.NewExpert row, Set<String> seen) {
    if (!row.id().matches("[a-z0-9._-]{2,40}")) {
      return "账号“" + row.id() + "”应是 2 到 40 个小写字母、数字、点或横线";
    }
    if (!seen.add(row.id()) || parties.person(row.id()).isPresent()) {
      return "账号 " + row.id() + " 重复或已经有了";
    }
    if (row.name().isEmpty() || row.field().isEmpty()) {
      return "姓名和领域不能空";
    }
    return parties.organisation(row.organisation()).isEmpty()
        ? "没有单位“" + row.organisation() + "”，请先登记单位"
        : "";
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
