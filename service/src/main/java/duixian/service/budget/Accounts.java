package duixian.service.budget;

import duixian.policy.value.Money;
import duixian.service.database.Found;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Books claims on accounts. Every change is one journal whose entries add up to zero on each
/// account, inside the transaction of the act that causes it.
public class Accounts {
  private final JdbcClient jdbc;
  private final Clock clock;

  Accounts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Who used an account: what the claim has reserved and settled on it.
  public record Use(long claim, long reserved, long settled, Instant last) {}

  /// Reserves all or throws [Exceeded]; then the caller's transaction rolls back.
  @Transactional(propagation = Propagation.MANDATORY)
  public void reserve(long claim, List<Booking> bookings, String by) {
    var journal = journal(claim, "reserve", by);
    for (var booking : bookings.stream().sorted(Booking.ORDER).toList()) {
      take(journal, booking);
    }
  }

  /// What is reserved is paid.
  @Transactional(propagation = Propagation.MANDATORY)
  public void settle(long claim, String by) {
    move(claim, "settle", Stage.RESERVED, Stage.SETTLED, by);
  }

  /// What is reserved is free again.
  @Transactional(propagation = Propagation.MANDATORY)
  public void release(long claim, String by) {
    move(claim, "release", Stage.RESERVED, Stage.AVAILABLE, by);
  }

  /// What was paid came back.
  @Transactional(propagation = Propagation.MANDATORY)
  public void reverse(long claim, String by) {
    move(claim, "reverse", Stage.SETTLED, Stage.AVAILABLE, by);
  }

  /// Opens a budget or source, or changes its bound; a bound below what is used is refused.
  @Transactional
  public void open(Booking.Kind kind, String name, String key, Money bound) {
    var changed =
        jdbc.sql(
                """
                INSERT INTO account (kind, name, key, bound) VALUES (:kind, :name, :key, :bound)
                ON CONFLICT (kind, name, key) DO UPDATE SET bound = :bound
                WHERE account.reserved + account.settled <= :bound
                """)
            .param("kind", kind.code())
            .param("name", name)
            .param("key", key)
            .param("bound", bound.fen())
            .update();
    if (changed == 0) {
      var account = find(kind, name, key).orElseThrow();
      throw new Exceeded(
          name, 0, name + "已用" + new Money(account.used()).text() + "，不能改到" + bound.text());
    }
  }

  public Optional<Account> find(Booking.Kind kind, String name, String key) {
    return jdbc.sql(
            "SELECT id, kind, name, key, bound, reserved, settled FROM account"
                + " WHERE kind = :kind AND name = :name AND key = :key")
        .param("kind", kind.code())
        .param("name", name)
        .param("key", key)
        .query(Account.class)
        .optional();
  }

  public Optional<Account> find(long id) {
    return jdbc.sql(
            "SELECT id, kind, name, key, bound, reserved, settled FROM account WHERE id = :id")
        .param("id", id)
        .query(Account.class)
        .optional();
  }

  /// The fullest accounts of a kind, of that name unless it is empty.
  public List<Account> fullest(Booking.Kind kind, String name, int most) {
    return Found.all(
        jdbc.sql(
                """
                SELECT id, kind, name, key, bound, reserved, settled FROM account
                WHERE kind = :kind AND (:name = '' OR name = :name)
                ORDER BY (reserved + settled) / greatest(bound, 1)::float DESC, name, key LIMIT :most
                """)
            .param("kind", kind.code())
            .param("name", name)
            .param("most", most)
            .query(Account.class));
  }

  /// What the accounts of a kind are called.
  public List<String> names(Booking.Kind kind) {
    return Found.all(
        jdbc.sql("SELECT DISTINCT name FROM account WHERE kind = :kind ORDER BY name")
            .param("kind", kind.code())
            .query(String.class));
  }

  /// Every account of a kind, the fullest first.
  public List<Account> all(Booking.Kind kind) {
    return Found.all(
        jdbc.sql(
                "SELECT id, kind, name, key, bound, reserved, settled FROM account WHERE kind ="
                    + " :kind ORDER BY (reserved + settled) / greatest(bound, 1)::float DESC, name,"
                    + " key")
            .param("kind", kind.code())
            .query(Account.class));
  }

  /// The accounts that a claim is booked on.
  public List<Account> of(long claim) {
    return Found.all(
        jdbc.sql(
                """
                SELECT id, kind, name, key, bound, reserved, settled FROM account WHERE id IN (
                  SELECT e.account FROM entry e JOIN journal j ON j.id = e.journal
                  WHERE j.claim = :claim AND e.stage <> 'available'
                  GROUP BY e.account HAVING sum(e.amount) > 0)
                ORDER BY kind, name, key
                """)
            .param("claim", claim)
            .query(Account.class));
  }

  /// Who uses an account, in the order in which they came.
  public List<Use> uses(long account) {
    return Found.all(
        jdbc.sql(
                """
                SELECT j.claim,
                  coalesce(sum(e.amount) FILTER (WHERE e.stage = 'reserved'), 0) AS reserved,
                  coalesce(sum(e.amount) FILTER (WHERE e.stage = 'settled'), 0) AS settled,
                  max(j.recorded_at) AS last
                FROM entry e JOIN journal j ON j.id = e.journal
                WHERE e.account = :account
                GROUP BY j.claim
                HAVING sum(e.amount) FILTER (WHERE e.stage <> 'available') <> 0
                ORDER BY min(j.id)
                """)
            .param("account", account)
            .query(Use.class));
  }

  private enum Stage {
    AVAILABLE("available"),
    RESERVED("reserved"),
    SETTLED("settled");

    private final String code;

    Stage(String code) {
      this.code = code;
    }
  }

  private record Held(long account, String kind, String name, String key, long amount) {
    Booking booking() {
      return new Booking(Booking.Kind.parse(kind), name, key, amount, null);
    }
  }

  /// One statement finds or makes the account, checks the bound, takes the amount and enters it, so
  /// that nobody can come between and others wait as briefly as can be.
  private void take(long journal, Booking booking) {
    var most = booking.most();
    if (most != null && booking.amount() > most) {
      throw exceeded(booking, most);
    }
    var taking =
        most == null
            ? """
            UPDATE account SET reserved = reserved + :amount
            WHERE kind = :kind AND name = :name AND key = :key
              AND (bound IS NULL OR reserved + settled + :amount <= bound)
            RETURNING id
            """
            : """
            INSERT INTO account (kind, name, key, bound, reserved)
            VALUES (:kind, :name, :key, :most, :amount)
            ON CONFLICT (kind, name, key) DO UPDATE
            SET bound = :most, reserved = account.reserved + :amount
            WHERE account.reserved + account.settled + :amount <= :most
            RETURNING id
            """;
    var entered =
        jdbc.sql(
                """
                WITH taken AS (%s)
                INSERT INTO entry (journal, account, stage, amount)
                SELECT :journal, id, stage, amount FROM taken, (VALUES
                  ('available', -CAST(:amount AS bigint)), ('reserved', CAST(:amount AS bigint)))
                  AS halves (stage, amount)
                """
                    .formatted(taking))
            .param("journal", journal)
            .param("kind", booking.kind().code())
            .param("name", booking.name())
            .param("key", booking.key())
            .param("most", most)
            .param("amount", booking.amount())
            .update();
    if (entered == 0) {
      throw exceeded(booking, most);
    }
  }

  private Exceeded exceeded(Booking booking, @org.jspecify.annotations.Nullable Long most) {
    var account = find(booking.kind(), booking.name(), booking.key());
    var bound = most != null ? most : account.map(Account::bound).orElse(0L);
    var left = Math.max(0, bound - account.map(Account::used).orElse(0L));
    var name =
        booking.key().isEmpty() ? booking.name() : booking.name() + "（" + booking.key() + "）";
    var sentence =
        switch (booking.kind()) {
          case PLACES -> name + "已经用完";
          case CAP, BUDGET, SOURCE ->
              "%s只余%s，不够%s"
                  .formatted(name, new Money(left).text(), new Money(booking.amount()).text());
        };
    return new Exceeded(name, left, sentence);
  }

  private void move(long claim, String kind, Stage from, Stage to, String by) {
    var held =
        Found.all(
            jdbc.sql(
                    """
                    SELECT e.account, a.kind, a.name, a.key, sum(e.amount) AS amount FROM entry e
                    JOIN journal j ON j.id = e.journal JOIN account a ON a.id = e.account
                    WHERE j.claim = :claim AND e.stage = :stage
                    GROUP BY e.account, a.kind, a.name, a.key HAVING sum(e.amount) > 0
                    """)
                .param("claim", claim)
                .param("stage", from.code)
                .query(Held.class));
    var journal = journal(claim, kind, by);
    var inOrder = held.stream().sorted(Comparator.comparing(Held::booking, Booking.ORDER)).toList();
    for (var one : inOrder) {
      update(from, one, -one.amount());
      update(to, one, one.amount());
      entries(journal, one.account(), from.code, to.code, one.amount());
    }
  }

  private void update(Stage stage, Held held, long amount) {
    var column =
        switch (stage) {
          case AVAILABLE -> "";
          case RESERVED -> "reserved";
          case SETTLED -> "settled";
        };
    if (!column.isEmpty()) {
      jdbc.sql("UPDATE account SET " + column + " = " + column + " + :amount WHERE id = :id")
          .param("amount", amount)
          .param("id", held.account())
          .update();
    }
  }

  private long journal(long claim, String kind, String by) {
    return jdbc.sql(
            "INSERT INTO journal (claim, kind, recorded_at, recorded_by)"
                + " VALUES (:claim, :kind, :at, :by) RETURNING id")
        .param("claim", claim)
        .param("kind", kind)
        .param("at", Timestamp.from(clock.instant()))
        .param("by", by)
        .query(Long.class)
        .single();
  }

  private void entries(long journal, long account, String from, String to, long amount) {
    jdbc.sql(
            "INSERT INTO entry (journal, account, stage, amount) VALUES"
                + " (:journal, :account, :from, -CAST(:amount AS bigint)),"
                + " (:journal, :account, :to, :amount)")
        .param("journal", journal)
        .param("account", account)
        .param("from", from)
        .param("to", to)
        .param("amount", amount)
        .update();
  }
}
