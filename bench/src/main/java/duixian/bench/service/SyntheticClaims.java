package duixian.bench.service;

import duixian.service.claim.submission.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;

/// Ten claims for each unit with their tasks, history and snapshot: most are paid, one in ten under
/// way. Those at 审定 compete, sixty for a cap that holds half of them.
final class SyntheticClaims {
  static final int PER_UNIT = 10;
  static final int RIVALS = 60;
  static final long GRANT = 10_000_000;
  static final String CAP = "合成限额";
  private static final long SEED = 20_260_701;
  private static final String AT = "2026-03-02T02:00:00Z";
  private static final List<String> PATH =
      List.of("草稿", "受理", "形式审查", "联合审查", "现场核查", "审定", "公示", "入库", "下达", "拨付", "已拨付");
  private static final List<String> ROLES =
      List.of(
          "APPLICANT",
          "TOWNSHIP",
          "REVIEWER",
          "DEPARTMENT",
          "REVIEWER",
          "LEADER",
          "REVIEWER",
          "FINANCE",
          "FINANCE",
          "FINANCE",
          "APPLICANT");
  private static final String READINGS = "{}";
  private static final int DECISION = PATH.indexOf("审定");
  private static final List<Integer> SPREAD = List.of(1, 2, 3, 7, 8);
  private static final int LAST = PATH.size() - 1;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final SyntheticFacts facts;
  private final int[] steps;

  /// The hash of each unit's facts.
  private final String[] known;

  SyntheticClaims(int units, SyntheticFacts facts) {
    this.facts = facts;
    this.known = new String[units];
    this.steps = random.ints((long) units * PER_UNIT, 0, 100).map(SyntheticClaims::step).toArray();
  }

  /// Nine of ten are paid, one in twenty waits for a decision, the rest is spread.
  private static int step(int draw) {
    if (draw < 90) {
      return LAST;
    }
    return draw < 95 ? DECISION : SPREAD.get(draw - 95);
  }

  void load(Connection connection, String policy) throws SQLException {
    claims(connection);
    tasks(connection);
    events(connection);
    parts(connection);
    submissions(connection, policy);
    new SyntheticMoney(this).load(connection);
    allowances(connection);
    try (var statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO claim_words (claim, words)"
              + " SELECT id, number || ' ' || award || ' ' || object FROM claim");
      statement.execute(
          "INSERT INTO claim_number (year, last) VALUES (2026, " + steps.length + ")");
      statement.execute(
          "SELECT setval(pg_get_serial_sequence('claim', 'id'), " + steps.length + ")");
      statement.execute(
          "SELECT setval(pg_get_serial_sequence('record', 'id'), max(id)) FROM record");
    }
  }

  static String award(int which) {
    if (which >= SyntheticFacts.PROJECTS) {
      return which == SyntheticFacts.PROJECTS ? "平台落地奖励" : "展示中心奖励";
    }
    return switch (SyntheticFacts.kind(which)) {
      case "标杆应用示范" -> "标杆应用示范奖励";
      case "数字化示范工厂" -> "示范工厂奖励";
      case "数字化车间" -> "数字化车间奖励";
      default -> "企业数字化转型奖励";
    };
  }

  private static String entity(int which) {
    return which < SyntheticFacts.PROJECTS
        ? "企业项目"
        : which == SyntheticFacts.PROJECTS ? "平台" : "展示中心";
  }

  private static String object(int unit, int which) {
    return switch (entity(which)) {
      case "企业项目" -> SyntheticFacts.project(unit, which);
      case "平台" -> SyntheticFacts.unit(unit);
      default -> "Z%05d".formatted(unit);
    };
  }

  private void claims(Connection connection) throws SQLException {
    try (var out =
        new CopyOut(
            connection,
            "claim (id, number, award, clause, entity, object, year, unit, root, procedure, step,"
                + " version, corrections, raised, opened_at, submitted_at, accepted_at,"
                + " decided_at, paid_at, figure, ceiling, granted, budget_year)")) {
      for (int i = 0; i < steps.length; i++) {
        var unit = unit(i);
        var which = i % PER_UNIT;
        var decided = steps[i] > DECISION;
        var code = SyntheticFacts.unit(unit);
        out.row(
            i + 1,
            number(i),
            award(which),
            "四",
            entity(which),
            object(unit, which),
            year(unit, which),
            code,
            code,
            "标准",
            PATH.get(steps[i]),
            1,
            0,
            "declared",
            AT,
            AT,
            AT,
            decided ? AT : null,
            steps[i] == LAST ? AT : null,
            GRANT,
            GRANT,
            decided ? GRANT : null,
            decided ? 2025 : null);
      }
    }
  }

  private void tasks(Connection connection) throws SQLException {
    try (var out =
        new CopyOut(
            connection,
            "task (claim, step, role, organisation, opened_on, due, closed_at, closed_by,"
                + " verdict, reason)")) {
      for (int i = 0; i < steps.length; i++) {
        for (int step = 0; step <= Math.min(steps[i], LAST - 1); step++) {
          var open = step == steps[i];
          out.row(
              i + 1,
              PATH.get(step),
              ROLES.get(step),
              step == 0 ? SyntheticFacts.unit(unit(i)) : null,
              "2026-03-02",
              "2026-03-09",
              open ? null : AT,
              open ? null : "past" + step,
              open ? null : "通过",
              open ? null : "");
        }
      }
    }
  }

  private void events(Connection connection) throws SQLException {
    try (var out =
        new CopyOut(
            connection, "claim_event (claim, at, actor, act, step, target, reason, audit)")) {
      for (int i = 0; i < steps.length; i++) {
        for (int step = 0; step < steps[i]; step++) {
          out.row(i + 1, AT, "past" + step, "通过", PATH.get(step), PATH.get(step + 1), "", 0);
        }
      }
    }
  }

  private void parts(Connection connection) throws SQLException {
    try (var out = new CopyOut(connection, "snapshot_part (hash, content)")) {
      out.row(Snapshot.sha256(READINGS), READINGS);
      for (int i = 0; i < steps.length; i++) {
        if (i % PER_UNIT == 0) {
          var content = facts.json(unit(i));
          known[i / PER_UNIT] = Snapshot.sha256(content);
          out.row(known[i / PER_UNIT], content);
        }
        out.row(Snapshot.sha256(result(i)), result(i));
      }
    }
  }

  private void submissions(Connection connection, String policy) throws SQLException {
    try (var out =
        new CopyOut(
            connection,
            "submission (claim, version, submitted_at, submitted_by, policy, day, readings_hash,"
                + " facts_hash, result_hash, receipt, account)")) {
      for (int i = 0; i < steps.length; i++) {
        out.row(
            i + 1,
            1,
            AT,
            "applicant",
            policy,
            "2026-03-02",
            Snapshot.sha256(READINGS),
            known[i / PER_UNIT],
            Snapshot.sha256(result(i)),
            "合成回执" + i,
            unit(i));
      }
    }
  }

  private String result(int claim) {
    var unit = unit(claim);
    var which = claim % PER_UNIT;
    return """
    {"奖补":"%s","条款":"四","对象":"%s","主体":"%s","受款":"%s","年度":%d,"状态":"可兑现",\
    "额度":"100000.00","核定上限":"100000.00","封顶":[],"占用":[]}\
    """
        .formatted(
            award(which),
            object(unit, which),
            SyntheticFacts.unit(unit),
            SyntheticFacts.unit(unit),
            year(unit, which));
  }

  private int year(int unit, int which) {
    return facts.year(unit, object(unit, which));
  }

  /// Claims count from 0, units from 1.
  static int unit(int claim) {
    return claim / PER_UNIT + 1;
  }

  static String number(int claim) {
    return "2026-%06d".formatted(claim + 1);
  }

  boolean isPaid(int claim) {
    return steps[claim] == LAST;
  }

  private void allowances(Connection connection) throws SQLException {
    var most = RIVALS / 2 * GRANT;
    var competing = 0;
    try (var out =
        new CopyOut(
            connection, "submission_allowance (claim, version, position, kind, name, key, most)")) {
      for (int i = 0; i < steps.length; i++) {
        if (steps[i] == DECISION) {
          out.row(i + 1, 1, 0, "FEN", CAP, "组 " + competing++ / RIVALS, most);
        }
      }
    }
  }

  int count() {
    return steps.length;
  }
}
