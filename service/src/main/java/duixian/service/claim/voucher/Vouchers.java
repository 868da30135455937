package duixian.service.claim.voucher;

import duixian.service.audit.Act;
import duixian.service.audit.AuditLog;
import duixian.service.claim.Claim;
import duixian.service.claim.Proceedings;
import duixian.service.claim.Refusal;
import duixian.service.claim.voucher.VoucherSheet.Judged;
import duixian.service.database.Found;
import duixian.service.party.Person;
import duixian.service.party.Role;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the auditors' tables, each import as a new version, and judges their lines: only items in
/// the application count, with contract, payment and booking, invoiced while it was built, once.
public class Vouchers {
  private static final int MOST = 5_000;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Proceedings proceedings;
  private final AuditLog audit;

  Vouchers(JdbcClient jdbc, Clock clock, Proceedings proceedings, AuditLog audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.proceedings = proceedings;
    this.audit = audit;
  }

  private record Head(
      int version, LocalDate builtFrom, LocalDate builtTo, String recordedBy, Instant recordedAt) {}

  /// Whether the person's step it is now.
  public boolean mayTake(Claim claim, Person by) {
    return by.is(Role.AUDITOR) && proceedings.mayAct(claim, by);
  }

  /// The next version of the table. Throws [Refusal] when the step is not the person's.
  @Transactional
  public void take(Claim claim, LocalDate from, LocalDate to, List<Voucher> lines, Person by) {
    if (!mayTake(claim, by)) {
      throw new Refusal("“%s”不由%s办理，不能导入审计明细".formatted(claim.step(), by.name()));
    }
    if (lines.size() > MOST) {
      throw new Refusal("一件申报最多 %d 笔发票，这里有 %d 笔".formatted(MOST, lines.size()));
    }
    if (from.isAfter(to)) {
      throw new Refusal("建设期的开始 %s 在结束 %s 以后".formatted(from, to));
    }
    var version =
        jdbc.sql(
                """
                INSERT INTO voucher_sheet
                  (claim, version, built_from, built_to, recorded_at, recorded_by)
                SELECT :claim, coalesce(max(version), 0) + 1, :from, :to, :at, :by
                FROM voucher_sheet WHERE claim = :claim RETURNING version
                """)
            .param("claim", claim.id())
            .param("from", from)
            .param("to", to)
            .param("at", Timestamp.from(clock.instant()))
            .param("by", by.id())
            .query(Integer.class)
            .single();
    for (int i = 0; i < lines.size(); i++) {
      insert(claim, version, i + 1, lines.get(i));
    }
    audit.record(
        new Act(
            by.id(),
            "导入审计明细",
            claim.subject(),
            Map.of(
                "version", version,
                "lines", lines.size(),
                "from", from.toString(),
                "to", to.toString())));
  }

  /// The newest table, judged as things are now; empty when there is none.
  public Optional<VoucherSheet> of(Claim claim) {
    return jdbc.sql(
            "SELECT version, built_from, built_to, recorded_by, recorded_at FROM voucher_sheet"
                + " WHERE claim = :claim ORDER BY version DESC LIMIT 1")
        .param("claim", claim.id())
        .query(Head.class)
        .optional()
        .map(head ->
            new VoucherSheet(
                head.version(),
                head.builtFrom(),
                head.builtTo(),
                head.recordedBy(),
                head.recordedAt(),
                judged(claim, head)));
  }

  private List<Judged> judged(Claim claim, Head head) {
    var elsewhere = elsewhere(claim, head);
    var seen = new HashSet<String>();
    return lines(claim, head).stream()
        .map(voucher -> {
          var reasons = reasons(voucher, head);
          if (!seen.add(voucher.invoice())) {
            reasons.add("发票号在表里重复");
          }
          var others = elsewhere.get(voucher.invoice());
          if (others != null) {
            reasons.add("同一发票也在申报 " + others);
          }
          return new Judged(
              voucher, reasons.isEmpty() ? voucher.total() - voucher.vat() : 0, reasons);
        })
        .toList();
  }

  private static List<String> reasons(Voucher voucher, Head head) {
    var reasons = new ArrayList<String>();
    if (!voucher.declared()) {
      reasons.add("不在申报的内容里");
    }
    if (voucher.contract().isEmpty()) {
      reasons.add("没有合同");
    }
    if (voucher.payment().isEmpty()) {
      reasons.add("没有付款凭证");
    }
    if (voucher.booking().isEmpty()) {
      reasons.add("没有入账凭证");
    }
    if (voucher.invoiced().isBefore(head.builtFrom())
        || voucher.invoiced().isAfter(head.builtTo())) {
      reasons.add("发票日期不在建设期内");
    }
    return reasons;
  }

  private List<Voucher> lines(Claim claim, Head head) {
    return Found.all(
        jdbc.sql(
                """
                SELECT item, invoice, invoiced, total, vat, contract, payment, booking, declared
                FROM voucher WHERE claim = :claim AND version = :version ORDER BY line
                """)
            .param("claim", claim.id())
            .param("version", head.version())
            .query(Voucher.class));
  }

  /// By invoice, the numbers of other claims, not ended without a grant, whose newest table has it.
  private Map<String, String> elsewhere(Claim claim, Head head) {
    return Found.all(
            jdbc.sql(
                    """
                    SELECT v.invoice, string_agg(DISTINCT c.number, '、' ORDER BY c.number)
                    FROM voucher own JOIN voucher v
                      ON v.invoice = own.invoice AND v.claim <> own.claim
                    JOIN claim c ON c.id = v.claim
                    WHERE own.claim = :claim AND own.version = :version
                      AND c.step <> ALL(:ended)
                      AND v.version =
                        (SELECT max(s.version) FROM voucher_sheet s WHERE s.claim = v.claim)
                    GROUP BY v.invoice
                    """)
                .param("claim", claim.id())
                .param("version", head.version())
                .param("ended", Claim.ENDED_WITHOUT_GRANT.toArray(String[]::new))
                .query((row, _) -> Map.entry(row.getString(1), row.getString(2))))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private void insert(Claim claim, int version, int line, Voucher voucher) {
    jdbc.sql(
            "INSERT INTO voucher (claim, version, line, item, invoice, invoiced, total, vat,"
                + " contract, payment, booking, declared) VALUES (:claim, :version, :line, :item,"
                + " :invoice, :invoiced, :total, :vat, :contract, :payment, :booking, :declared)")
        .param("claim", claim.id())
        .param("version", version)
        .param("line", line)
        .param("item", voucher.item())
        .param("invoice", voucher.invoice())
        .param("invoiced", voucher.invoiced())
        .param("total", voucher.total())
        .param("vat", voucher.vat())
        .param("contract", voucher.contract())
        .param("payment", voucher.payment())
        .param("booking", voucher.booking())
        .param("declared", voucher.declared())
        .update();
  }
}
