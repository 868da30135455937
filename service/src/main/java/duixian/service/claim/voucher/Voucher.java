package duixian.service.claim.voucher;

import java.time.LocalDate;

/// An invoice and what it must match; `total` with tax and `vat`, the part that is recovered, in
/// fen. A number that is not there is empty; `declared` says whether the application names the
/// item.
public record Voucher(
    String item,
    String invoice,
    LocalDate invoiced,
    long total,
    long vat,
    String contract,
    String payment,
    String booking,
    boolean declared) {}
