package duixian.service.claim.voucher;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// The auditor's table on a case: what was built from and to those days, both included.
public record VoucherSheet(
    int version,
    LocalDate from,
    LocalDate to,
    String recordedBy,
    Instant recordedAt,
    List<Judged> lines) {
  public VoucherSheet {
    lines = List.copyOf(lines);
  }

  /// A voucher with what counts of it, in fen, and why not: empty when it counts.
  public record Judged(Voucher voucher, long counted, List<String> reasons) {
    public Judged {
      reasons = List.copyOf(reasons);
    }
  }

  /// What the vouchers that count come to without recoverable tax, in fen.
  public long counted() {
    return lines.stream().mapToLong(Judged::counted).sum();
  }

  public long refused() {
    return lines.stream().filter(line -> !line.reasons().isEmpty()).count();
  }
}
