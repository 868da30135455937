package duixian.service.payment.web;

import duixian.service.audit.AuditLog;
import duixian.service.audit.UntilNextAct;
import duixian.service.database.Found;
import java.sql.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Sums over plans and payments.
@Component
class Ledger {
  private final JdbcClient jdbc;
  private volatile @Nullable Held held;
  private final UntilNextAct<Paid> paid;

  Ledger(JdbcClient jdbc, AuditLog log) {
    this.jdbc = jdbc;
    this.paid = new UntilNextAct<>(log, this::counted);
  }

  /// What the durations are worked out of: nothing that was paid is unpaid again.
  private record Paid(long count, @Nullable Timestamp last) {}

  private record Held(Paid of, MoneyPage.Durations durations) {}

  private record Days(long count, Long median, Long ninetieth) {}

  private Paid counted() {
    return jdbc.sql("SELECT count(*), max(paid_at) FROM claim WHERE paid_at IS NOT NULL")
        .query((row, _) -> new Paid(row.getLong(1), row.getTimestamp(2)))
        .single();
  }

  /// The newest.
  List<MoneyPage.PlanRow> plans(int most) {
    return Found.all(
        jdbc.sql(
                """
                SELECT p.id, p.number, p.title, p.issued_at, count(o.id) AS orders,
                  coalesce(sum(o.amount) FILTER (WHERE o.state <> '已重开'), 0)::bigint AS sum,
                  coalesce(sum(o.amount) FILTER (WHERE o.state = '已到账'), 0)::bigint AS paid,
                  count(*) FILTER (WHERE o.state = '失败') AS failed
                FROM (SELECT * FROM plan ORDER BY id DESC LIMIT :most) p
                LEFT JOIN payment_order o ON o.plan = p.id
                GROUP BY p.id, p.number, p.title, p.issued_at ORDER BY p.id DESC
                """)
            .param("most", most)
            .query(MoneyPage.PlanRow.class));
  }

  /// Worked out again only when more was paid.
  MoneyPage.Durations durations() {
    var now = paid.value();
    var known = held;
    if (known == null || !known.of().equals(now)) {
      known = new Held(now, measured());
      held = known;
    }
    return known.durations();
  }

  private MoneyPage.Durations measured() {
    var all =
        jdbc.sql(
                """
                SELECT count(*) AS count,
                  percentile_disc(0.5) WITHIN GROUP (ORDER BY days)::bigint AS median,
                  percentile_disc(0.9) WITHIN GROUP (ORDER BY days)::bigint AS ninetieth
                FROM (SELECT paid_at::date - submitted_at::date AS days FROM claim
                  WHERE paid_at IS NOT NULL AND submitted_at IS NOT NULL) d
                """)
            .query(Days.class)
            .single();
    return new MoneyPage.Durations(all.count(), all.median(), all.ninetieth(), quarters());
  }

  private List<MoneyPage.Quarter> quarters() {
    return Found.all(
        jdbc.sql(
                """
                SELECT to_char(paid_at AT TIME ZONE 'Asia/Shanghai', 'YYYY"年"Q"季"') AS name,
                  count(*) AS count,
                  percentile_disc(0.5) WITHIN GROUP (ORDER BY paid_at::date - submitted_at::date)::bigint AS median,
                  percentile_disc(0.9) WITHIN GROUP (ORDER BY paid_at::date - submitted_at::date)::bigint AS ninetieth
                FROM claim WHERE paid_at IS NOT NULL AND submitted_at IS NOT NULL
                GROUP BY 1 ORDER BY 1
                """)
            .query(MoneyPage.Quarter.class));
  }
}
