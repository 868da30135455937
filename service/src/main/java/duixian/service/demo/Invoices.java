package duixian.service.demo;

import duixian.service.claim.Claim;
import duixian.service.claim.voucher.Voucher;
import duixian.service.claim.voucher.Vouchers;
import duixian.service.party.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/// Synthetic invoices that come to the figure of a claim, and one that does not count.
final class Invoices {
  private static final int SHARES = 10;

  private final Vouchers vouchers;

  Invoices(Vouchers vouchers) {
    this.vouchers = vouchers;
  }

  /// Once for each claim.
  void bring(Claim claim, Person by) {
    if (vouchers.of(claim).isPresent()) {
      return;
    }
    var figure = Objects.requireNonNullElse(claim.figure(), 0L);
    var equipment = figure * 6 / SHARES;
    var software = figure * 3 / SHARES;
    vouchers.take(
        claim,
        LocalDate.of(claim.year(), 1, 1),
        LocalDate.of(claim.year(), 12, 31),
        List.of(
            invoice(claim, 1, "设备（合成）", equipment, true),
            invoice(claim, 2, "软件（合成）", software, true),
            invoice(claim, 3, "实施服务（合成）", figure - equipment - software, true),
            invoice(claim, 4, "办公家具（合成）", figure / SHARES, false)),
        by);
  }

  private static Voucher invoice(
      Claim claim, int number, String item, long total, boolean declared) {
    var code = "合成" + claim.number() + "-" + number;
    return new Voucher(
        item,
        code,
        LocalDate.of(claim.year(), 2 * number, 8),
        total,
        0,
        "合同" + code,
        "付款" + code,
        "入账" + code,
        declared);
  }
}
