package duixian.service.party;

import duixian.service.audit.Act;
import duixian.service.audit.AuditLog;
import duixian.service.database.Found;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// Accounts of units. The number is sealed; opening it is an act that the log records.
public class BankAccounts {
  private static final int TAIL = 4;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Seal seal;
  private final AuditLog audit;

  BankAccounts(JdbcClient jdbc, Clock clock, Seal seal, AuditLog audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.seal = seal;
    this.audit = audit;
  }

  /// An account as everybody with a right to the unit may see it.
  public record BankAccount(
      long id,
      String organisation,
      String holder,
      String bank,
      String tail,
      @Nullable Instant verifiedAt,
      @Nullable String verifiedBy) {
    public boolean isVerified() {
      return verifiedAt != null;
    }
  }

  /// What is wrong with what was entered; the message is the sentence for the user.
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }
  }

  public List<BankAccount> of(String organisation) {
    return Found.all(
        jdbc.sql(
                "SELECT id, organisation, holder, bank, tail, verified_at, verified_by"
                    + " FROM bank_account WHERE organisation = :organisation ORDER BY id")
            .param("organisation", organisation)
            .query(BankAccount.class));
  }

  /// Those of the accounts that somebody verified.
  public Set<Long> verified(Collection<Long> accounts) {
    return Set.copyOf(
        Found.all(
            jdbc.sql(
                    "SELECT id FROM bank_account WHERE id = ANY(:accounts) AND verified_at IS NOT"
                        + " NULL")
                .param("accounts", accounts.toArray(Long[]::new))
                .query(Long.class)));
  }

  public Optional<BankAccount> find(long id) {
    return jdbc.sql(
            "SELECT id, organisation, holder, bank, tail, verified_at, verified_by"
                + " FROM bank_account WHERE id = :id")
        .param("id", id)
        .query(BankAccount.class)
        .optional();
  }

  /// The id of the account, not verified yet. Throws [Refused].
  @Transactional
  public long add(String organisation, String holder, String bank, String number, String by) {
    var digits = number.replaceAll("[\\s-]", "");
    if (!digits.matches("[0-9]{8,32}")) {
      throw new Refused("账号应是 8 到 32 位数字，请核对");
    }
    var id =
        jdbc.sql(
                "INSERT INTO bank_account (organisation, holder, bank, number, tail, recorded_at,"
                    + " recorded_by) VALUES (:organisation, :holder, :bank, :number, :tail, :at,"
                    + " :by) RETURNING id")
            .param("organisation", organisation)
            .param("holder", holder)
            .param("bank", bank)
            .param("number", seal.close(digits))
            .param("tail", digits.substring(digits.length() - TAIL))
            .param("at", Timestamp.from(clock.instant()))
            .param("by", by)
            .query(Long.class)
            .single();
    audit.record(new Act(by, "登记账户", "单位 " + organisation, Map.of("account", id)));
    return id;
  }

  /// Somebody other than who entered it confirms that holder and number belong together.
  @Transactional
  public void verify(long id, String by) {
    var verified =
        jdbc.sql(
                "UPDATE bank_account SET verified_at = :at, verified_by = :by"
                    + " WHERE id = :id AND verified_at IS NULL AND recorded_by <> :by")
            .param("at", Timestamp.from(clock.instant()))
            .param("by", by)
            .param("id", id)
            .update();
    if (verified == 0) {
      throw new Refused("账户已经核实，或由登记人自己核实；请换一个人核实");
    }
    audit.record(new Act(by, "核实账户", "账户 " + id, Map.of()));
  }

  /// The whole number, for a payment; the log says who saw it and why.
  @Transactional
  public String open(long id, String by, String why) {
    var sealed =
        jdbc.sql("SELECT number FROM bank_account WHERE id = :id")
            .param("id", id)
            .query((row, _) -> row.getBytes(1))
            .single();
    audit.record(new Act(by, "查看账号", "账户 " + id, Map.of("why", why)));
    return seal.open(sealed);
  }
}
