package duixian.bench.service;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.IntStream;

/// What paid claims left behind: each unit's account, the lists on which they were published and
/// the plans under which they were paid, two hundred to each.
final class SyntheticMoney {
  private static final int PER_PLAN = 200;
  private static final String AT = "2026-03-02T02:00:00Z";

  private final SyntheticClaims claims;
  private final int[] paid;

  SyntheticMoney(SyntheticClaims claims) {
    this.claims = claims;
    this.paid = IntStream.range(0, claims.count()).filter(claims::isPaid).toArray();
  }

  void load(Connection connection) throws SQLException {
    accounts(connection);
    notices(connection);
    plans(connection);
    try (var statement = connection.createStatement()) {
      for (var table : new String[] {"bank_account", "notice", "plan"}) {
        statement.execute(
            "SELECT setval(pg_get_serial_sequence('%1$s', 'id'), max(id)) FROM %1$s"
                .formatted(table));
      }
    }
  }

  private void accounts(Connection connection) throws SQLException {
    try (var out =
        new CopyOut(
            connection,
            "bank_account (id, organisation, holder, bank, number, tail, recorded_at, recorded_by,"
                + " verified_at, verified_by)")) {
      for (int unit = 1; unit <= claims.count() / SyntheticClaims.PER_UNIT; unit++) {
        out.row(
            unit,
            SyntheticFacts.unit(unit),
            "合成平台" + unit,
            "合成银行",
            "",
            "0001",
            AT,
            "bench",
            AT,
            "finance1");
      }
    }
  }

  private void notices(Connection connection) throws SQLException {
    try (var out =
        new CopyOut(connection, "notice (id, title, opens, closes, published_at, published_by)")) {
      for (int i = 0; i < paid.length; i += PER_PLAN) {
        var number = i / PER_PLAN + 1;
        out.row(number, "合成公示" + number, "2026-03-02", "2026-03-09", AT, "reviewer1");
      }
    }
    try (var out =
        new CopyOut(
            connection, "notice_line (notice, claim, payee, award, granted, released_at)")) {
      for (int i = 0; i < paid.length; i++) {
        out.row(
            i / PER_PLAN + 1,
            paid[i] + 1,
            "合成平台" + SyntheticClaims.unit(paid[i]),
            SyntheticClaims.award(paid[i] % SyntheticClaims.PER_UNIT),
            SyntheticClaims.GRANT,
            AT);
      }
    }
  }

  private void plans(Connection connection) throws SQLException {
    try (var out = new CopyOut(connection, "plan (id, number, title, issued_at, issued_by)")) {
      for (int i = 0; i < paid.length; i += PER_PLAN) {
        var number = i / PER_PLAN + 1;
        out.row(number, "合成〔2026〕" + number + "号", "合成计划" + number, AT, "finance1");
      }
    }
    try (var out =
        new CopyOut(
            connection,
            "payment_order (plan, claim, number, payee, account, amount, state, ordered_at,"
                + " sent_at, answered_at)")) {
      for (int i = 0; i < paid.length; i++) {
        var unit = SyntheticClaims.unit(paid[i]);
        out.row(
            i / PER_PLAN + 1,
            paid[i] + 1,
            "ZF" + SyntheticClaims.number(paid[i]),
            "合成平台" + unit,
            unit,
            SyntheticClaims.GRANT,
            "已到账",
            AT,
            AT,
            AT);
      }
    }
  }
}
