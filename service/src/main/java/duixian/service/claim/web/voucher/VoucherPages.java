package duixian.service.claim.web.voucher;

import duixian.service.claim.Claim;
import duixian.service.claim.Claims;
import duixian.service.claim.voucher.Voucher;
import duixian.service.claim.voucher.VoucherSheet;
import duixian.service.claim.voucher.Vouchers;
import duixian.service.party.Names;
import duixian.service.party.Parties;
import duixian.service.party.Person;
import duixian.service.site.Answer;
import duixian.service.site.Missing;
import duixian.service.tabular.Tabular;
import duixian.service.tabular.Taken;
import duixian.service.tabular.Typed;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The table that the auditor brings; the export is the template of the import.
@Controller
class VoucherPages {
  private static final List<String> HEAD =
      List.of("项目内容", "发票号", "发票日期", "价税合计", "可抵扣税额", "合同号", "付款凭证号", "入账凭证号", "申报内");

  private final Claims claims;
  private final Vouchers vouchers;
  private final Parties parties;

  VoucherPages(Claims claims, Vouchers vouchers, Parties parties) {
    this.claims = claims;
    this.vouchers = vouchers;
    this.parties = parties;
  }

  @GetMapping("/cases/{number}/vouchers")
  Answer show(
      Person person,
      @PathVariable("number") String number,
      @RequestParam(name = "format", required = false) @Nullable String format) {
    var claim = visible(number, person);
    var sheet = vouchers.of(claim);
    return "xlsx".equals(format)
        ? new Answer.Sheet("审计明细 " + number, HEAD, rows(sheet))
        : page(claim, person, sheet, "", "", List.of());
  }

  @PostMapping("/cases/{number}/vouchers")
  Answer take(
      Person person,
      @PathVariable("number") String number,
      @RequestParam(name = "from", defaultValue = "") String from,
      @RequestParam(name = "to", defaultValue = "") String to,
      @RequestParam(name = "file") MultipartFile file)
      throws IOException {
    var claim = visible(number, person);
    var begin = Tabular.day(from);
    var end = Tabular.day(to);
    if (begin.isEmpty() || end.isEmpty()) {
      return page(
          claim,
          person,
          vouchers.of(claim),
          from,
          to,
          List.of("建设期要写起止两天，如 2023-01-01 和 2023-12-31"));
    }
    var taken =
        Taken.of(
            Tabular.read(file.getBytes(), HEAD),
            VoucherPages::complaint,
            VoucherPages::voucher,
            "文件里没有发票");
    if (taken.isRefused()) {
      return page(claim, person, vouchers.of(claim), from, to, taken.complaints());
    }
    vouchers.take(claim, begin.get(), end.get(), taken.rows(), person);
    return new Answer.Redirect(
        "/cases/" + number + "/vouchers", "已导入 " + taken.rows().size() + " 笔，逐笔核对的结果如下");
  }

  private Answer page(
      Claim claim,
      Person person,
      Optional<VoucherSheet> sheet,
      String from,
      String to,
      List<String> complaints) {
    var names = new Names(parties);
    return new Answer.Page(
        "审计明细 " + claim.number(),
        "officer/vouchers",
        new VouchersPage(
            claim.number(),
            claim.award(),
            names.unit(claim.unit()),
            sheet.orElse(null),
            sheet.map(one -> names.person(one.recordedBy())).orElse(""),
            vouchers.mayTake(claim, person),
            from.isEmpty() ? sheet.map(one -> one.from().toString()).orElse("") : from,
            to.isEmpty() ? sheet.map(one -> one.to().toString()).orElse("") : to,
            complaints));
  }

  private static List<List<@Nullable Object>> rows(Optional<VoucherSheet> sheet) {
    return sheet.map(VoucherSheet::lines).orElse(List.of()).stream()
        .map(VoucherSheet.Judged::voucher)
        .map(one ->
            List.<@Nullable Object>of(
                one.item(),
                one.invoice(),
                one.invoiced(),
                BigDecimal.valueOf(one.total(), 2),
                BigDecimal.valueOf(one.vat(), 2),
                one.contract(),
                one.payment(),
                one.booking(),
                one.declared() ? "是" : "否"))
        .toList();
  }

  private static Voucher voucher(Tabular.Line line) {
    return new Voucher(
        line.cell("项目内容"),
        line.cell("发票号"),
        Tabular.day(line.cell("发票日期")).orElseThrow(),
        fen(line.cell("价税合计")).orElseThrow(),
        fen(line.cell("可抵扣税额")).orElseThrow(),
        line.cell("合同号"),
        line.cell("付款凭证号"),
        line.cell("入账凭证号"),
        Tabular.flag(line.cell("申报内")).orElseThrow());
  }

  private static String complaint(Tabular.Line line) {
    var total = fen(line.cell("价税合计"));
    var vat = fen(line.cell("可抵扣税额"));
    if (line.cell("项目内容").isEmpty()) {
      return line.wrong("项目内容", "不能空，请写买的是什么");
    }
    if (line.cell("发票号").isEmpty()) {
      return line.wrong("发票号", "不能空；没有发票的不列");
    }
    if (Tabular.day(line.cell("发票日期")).isEmpty()) {
      return line.wrong("发票日期", "“" + line.cell("发票日期") + "”应写成 2026-06-30");
    }
    if (total.isEmpty()) {
      return line.wrong("价税合计", "“" + line.cell("价税合计") + "”应是不小于 0 的元数，最多两位小数");
    }
    if (vat.isEmpty() || vat.get() > total.get()) {
      return line.wrong("可抵扣税额", "“" + line.cell("可抵扣税额") + "”应是 0 到价税合计之间的元数，最多两位小数");
    }
    return Tabular.flag(line.cell("申报内")).isEmpty()
        ? line.wrong("申报内", "应写是或否，写的是“" + line.cell("申报内") + "”")
        : "";
  }

  private static Optional<Long> fen(String yuan) {
    try {
      var fen = Typed.yuan(yuan).fen();
      return fen < 0 ? Optional.empty() : Optional.of(fen);
    } catch (NumberFormatException | ArithmeticException noAmount) {
      return Optional.empty();
    }
  }

  private Claim visible(String number, Person person) {
    return claims
        .find(number)
        .filter(claim -> claims.isVisible(claim, person))
        .orElseThrow(() -> new Missing("没有这件申报，或它不由您办理"));
  }
}
