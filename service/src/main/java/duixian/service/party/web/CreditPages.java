package duixian.service.party.web;

import duixian.service.party.Credits;
import duixian.service.party.Names;
import duixian.service.party.Parties;
import duixian.service.party.Person;
import duixian.service.party.Role;
import duixian.service.site.Answer;
import duixian.service.tabular.Tabular;
import duixian.service.tabular.Taken;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

@Controller
class CreditPages {
  private static final List<String> HEAD = List.of("单位标识", "是否失信", "事由", "来源", "日期");
  private static final int SHOWN = 500;

  private final Clock clock;
  private final Credits credits;
  private final Parties parties;
  private final Registering registering;

  CreditPages(Clock clock, Credits credits, Parties parties, Registering registering) {
    this.clock = clock;
    this.credits = credits;
    this.parties = parties;
    this.registering = registering;
  }

  @GetMapping("/credit")
  Answer list(
      Person person, @RequestParam(name = "format", required = false) @Nullable String format) {
    if ("xlsx".equals(format)) {
      return new Answer.Sheet(
          "信用记录",
          HEAD,
          credits.all().stream()
              .map(one ->
                  List.<@Nullable Object>of(
                      one.organisation(),
                      one.bad() ? "是" : "否",
                      one.detail(),
                      one.source(),
                      one.saidOn()))
              .toList());
    }
    return page(person, List.of());
  }

  private Answer page(Person person, List<String> complaints) {
    var names = new Names(parties);
    var rows =
        credits.all().stream()
            .limit(SHOWN)
            .map(one ->
                new CreditPage.Row(
                    names.unit(one.organisation()),
                    one.bad(),
                    one.detail(),
                    one.source(),
                    one.saidOn()))
            .toList();
    return new Answer.Page(
        "信用记录", "setting/credit", new CreditPage(person.is(Role.REVIEWER), rows, complaints));
  }

  @PostMapping("/credit")
  Answer add(Person person, @RequestParam(name = "file") MultipartFile file) throws IOException {
    var registered = new Registered(parties);
    var taken =
        Taken.of(
            Tabular.read(file.getBytes(), HEAD),
            line -> complaint(line, registered),
            CreditPages::record,
            "文件里没有记录");
    if (taken.isRefused()) {
      return page(person, taken.complaints());
    }
    var added = registering.credits(taken.rows(), person);
    return new Answer.Redirect("/credit", "读入 %d 行，新记录 %d 条".formatted(taken.rows().size(), added));
  }

  private static Credits.CreditRecord record(Tabular.Line line) {
    return new Credits.CreditRecord(
        line.cell("单位标识"),
        Tabular.flag(line.cell("是否失信")).orElseThrow(),
        line.cell("事由"),
        line.cell("来源"),
        Tabular.day(line.cell("日期")).orElseThrow());
  }

  private String complaint(Tabular.Line line, Registered registered) {
    var day = Tabular.day(line.cell("日期")).orElse(null);
    if (!registered.hasOrganisation(line.cell("单位标识"))) {
      return line.wrong("单位标识", "没有单位“" + line.cell("单位标识") + "”，请核对或先登记单位");
    }
    if (Tabular.flag(line.cell("是否失信")).isEmpty()) {
      return line.wrong("是否失信", "应写是或否，写的是“" + line.cell("是否失信") + "”");
    }
    if (line.cell("来源").isEmpty()) {
      return line.wrong("来源", "不能空，请写查询的平台");
    }
    if (day == null) {
      return line.wrong("日期", "“" + line.cell("日期") + "”应写成 2026-06-30");
    }
    return day.isAfter(LocalDate.now(clock)) ? line.wrong("日期", day + " 在今天以后，请写查询那天") : "";
  }
}
