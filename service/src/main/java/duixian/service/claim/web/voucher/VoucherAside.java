package duixian.service.claim.web.voucher;

import duixian.service.claim.Claim;
import duixian.service.claim.aside.Aside;
import duixian.service.claim.aside.Asides;
import duixian.service.claim.voucher.Vouchers;
import duixian.service.party.Person;
import duixian.service.site.Shown;
import java.util.List;
import org.springframework.stereotype.Component;

/// What the special audit counts, on the page of the case.
@Component
class VoucherAside implements Asides {
  private final Vouchers vouchers;

  VoucherAside(Vouchers vouchers) {
    this.vouchers = vouchers;
  }

  @Override
  public List<Aside> of(Claim claim, Person reader) {
    var link = "/cases/" + claim.number() + "/vouchers";
    var sheet = vouchers.of(claim).orElse(null);
    if (sheet == null) {
      return vouchers.mayTake(claim, reader)
          ? List.of(
              new Aside("审计明细", List.of("明细"), List.of(List.of("还没有导入：合同、发票、付款、入账逐笔核对")), link))
          : List.of();
    }
    return List.of(
        new Aside(
            "审计明细",
            List.of("笔数", "计入", "不计"),
            List.of(
                List.of(
                    Shown.count(sheet.lines().size()) + " 笔",
                    Shown.amount(sheet.counted()),
                    Shown.count(sheet.refused()) + " 笔")),
            link));
  }
}
