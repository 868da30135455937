package duixian.service.claim.web.voucher;

import duixian.service.claim.voucher.VoucherSheet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The table of a case, null while there is none; `from` and `to` are what the form holds.
public record VouchersPage(
    String number,
    String award,
    String unit,
    @Nullable VoucherSheet sheet,
    String recordedBy,
    boolean mayTake,
    String from,
    String to,
    List<String> complaints) {
  public VouchersPage {
    complaints = List.copyOf(complaints);
  }
}
