package duixian.service.payment.web;

import duixian.policy.value.Money;
import duixian.service.claim.Claim;
import duixian.service.claim.Claims;
import duixian.service.claim.Refusal;
import duixian.service.party.Names;
import duixian.service.party.Parties;
import duixian.service.party.Person;
import duixian.service.payment.BankFile;
import duixian.service.payment.Payments;
import duixian.service.payment.Plans;
import duixian.service.site.Answer;
import duixian.service.site.Missing;
import duixian.service.tabular.Typed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Files to and from the bank, failures, recoveries.
@Controller
class PaymentPages {
  private final Payments payments;
  private final Plans plans;
  private final Claims claims;
  private final Parties parties;

  PaymentPages(Payments payments, Plans plans, Claims claims, Parties parties) {
    this.payments = payments;
    this.plans = plans;
    this.claims = claims;
    this.parties = parties;
  }

  /// The file opens whole account numbers, so that it is an act (POST), and the log says who.
  @PostMapping("/money/plans/{id}/send")
  Answer send(
      Person person,
      @PathVariable("id") long id,
      @RequestParam(name = "as", defaultValue = "csv") String as) {
    var plan = plans.find(id).orElseThrow(() -> new Missing("没有这份计划"));
    var lines = payments.send(id, person);
    if (lines.isEmpty()) {
      return new Answer.Redirect("/money/plans/" + id, "没有可以发送的指令；已到账的不再发送，信用核查未通过的见下表", true);
    }
    if (as.equals("xlsx")) {
      return new Answer.Download(
          plan.number() + " 拨付.xlsx",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          out -> BankFile.excel(lines, out));
    }
    return new Answer.Download(
        plan.number() + " 拨付.csv",
        "text/csv",
        out -> out.write(BankFile.csv(lines).getBytes(StandardCharsets.UTF_8)));
  }

  @PostMapping("/money/feedback")
  Answer feedback(Person person, @RequestParam(name = "file") MultipartFile file)
      throws IOException {
    var reading = payments.read(BankFile.answers(file.getBytes()), person);
    var sentence =
        "到账 %d 笔，失败 %d 笔，重复 %d 行".formatted(reading.paid(), reading.failed(), reading.repeated());
    return reading.complaints().isEmpty()
        ? new Answer.Redirect("/money", sentence)
        : new Answer.Redirect(
            "/money", sentence + "；" + String.join("；", reading.complaints()), true);
  }

  @PostMapping("/money/retry")
  Answer retry(
      Person person,
      @RequestParam(name = "order") long order,
      @RequestParam(name = "account") long account) {
    payments.retry(order, account, person);
    return new Answer.Redirect("/money", "已用所选账户重开，请在计划里再次发送");
  }

  @GetMapping("/money/recover/{number}")
  Answer recovery(@PathVariable("number") String number) {
    var claim = paid(number);
    var owed = payments.interest(claim);
    return new Answer.Page(
        "追回",
        "payment/recovery",
        new RecoveryPage(
            number,
            claim.award(),
            new Names(parties).unit(claim.unit()),
            claim.grant().fen(),
            Objects.requireNonNull(claim.paidAt()),
            owed,
            owed.amount().decimal()));
  }

  @PostMapping("/money/recover/{number}")
  Answer recover(
      Person person,
      @PathVariable("number") String number,
      @RequestParam(name = "interest") String interest,
      @RequestParam(name = "reason", defaultValue = "") String reason) {
    payments.recover(paid(number).id(), money(interest), person, reason.strip());
    return new Answer.Redirect("/cases/" + number, "申报 " + number + "：已追回，限额和预算已冲回");
  }

  private Claim paid(String number) {
    var claim = claims.find(number).orElseThrow(() -> new Missing("没有这件申报"));
    if (!claim.step().equals("已拨付")) {
      throw new Refusal("申报 " + number + " 现在是“" + claim.step() + "”，没有可追回的钱");
    }
    return claim;
  }

  private static Money money(String text) {
    try {
      var money = Typed.yuan(text);
      if (money.fen() < 0) {
        throw new Refusal("利息不能小于零");
      }
      return money;
    } catch (ArithmeticException | NumberFormatException e) {
      throw new Refusal("利息“" + text + "”应写成以元为单位的数，最多两位小数");
    }
  }
}
