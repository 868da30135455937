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
    var known =
        experts.all().stream()
            .map(one ->
                new Registering.NewExpert(
                    one.person(), one.name(), one.organisation(), one.field()))
            .collect(Collectors.toSet());
    var same = 0;
    for (var line : Tabular.read(file.getBytes(), HEAD)) {
      var row =
          new Registering.NewExpert(
              line.cell("账号"), line.cell("姓名"), line.cell("单位"), line.cell("领域"));
      var wrong = known.contains(row) && seen.add(row.id()) ? "" : complaint(line, row, seen);
      if (!wrong.isEmpty()) {
        complaints.add(wrong);
      } else if (known.contains(row)) {
        same++;
      } else {
        rows.add(row);
      }
    }
    if (!complaints.isEmpty() || rows.size() + same == 0) {
      return page(complaints.isEmpty() ? List.of("文件里没有专家") : complaints);
    }
    if (!rows.isEmpty()) {
      registering.experts(rows, person);
    }
    return new Answer.Redirect(
        "/settings/experts", "新增 %d 名专家，%d 名没有变化".formatted(rows.size(), same));
  }

  private String complaint(Tabular.Line line, Registering.NewExpert row, Set<String> seen) {
    if (!row.id().matches("[a-z0-9._-]{2,40}")) {
      return line.wrong("账号", "“" + row.id() + "”应是 2 到 40 个小写字母、数字、点或横线");
    }
    if (!seen.add(row.id())) {
      return line.wrong("账号", row.id() + " 在文件里出现了两次，请只留一行");
    }
    if (parties.person(row.id()).isPresent()) {
      return line.wrong("账号", row.id() + " 已经登记，内容与这一行不同；请换账号或删去这一行");
    }
    if (row.name().isEmpty()) {
      return line.wrong("姓名", "不能空");
    }
    if (row.field().isEmpty()) {
      return line.wrong("领域", "不能空，抽取时按它核对");
    }
    return parties.organisation(row.organisation()).isEmpty()
        ? line.wrong("单位", "没有单位“" + row.organisation() + "”，请先登记单位")
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
