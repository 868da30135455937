package duixian.bench.service;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Records and facts of each unit, the same for the same seed: two hundred facts in about thirty
/// records.
final class SyntheticFacts {
  private static final long SEED = 20_260_630;
  private static final LocalDate FIRST_DAY = LocalDate.of(2021, 1, 1);
  private static final int DAYS = 4 * 365;
  private static final List<String> KINDS = List.of("标杆应用示范", "数字化示范工厂", "数字化车间", "企业数字化转型");
  static final int PROJECTS = 8;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final int units;
  private final List<List<Made>> all;

  SyntheticFacts(int units) {
    this.units = units;
    this.all = IntStream.rangeClosed(1, units).mapToObj(this::records).toList();
  }

  /// A record with its values in the order of its fields.
  private record Made(
      String entity, String code, @Nullable Integer year, Map<String, Object> fields) {
    String json(String unit) {
      var cells = new ArrayList<String>();
      cells.add(cell("标识", code));
      if (!entity.equals("平台")) {
        cells.add(cell("平台", unit));
      }
      if (year != null) {
        cells.add(cell("年度", year));
      }
      fields.forEach((name, value) -> cells.add(cell(name, value)));
      return "{" + String.join(",", cells) + "}";
    }

    private static String cell(String name, Object value) {
      return "\"" + name + "\":\"" + value + "\"";
    }
  }

  static String unit(int number) {
    return "P%05d".formatted(number);
  }

  static String project(int unit, int number) {
    return "X%05d-%d".formatted(unit, number);
  }

  /// The year of the day on which the unit landed, or a record of it was accepted.
  int year(int unit, String code) {
    var made =
        all.get(unit - 1).stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
    var day = made.fields().getOrDefault("验收日期", made.fields().get("落地日期"));
    return ((LocalDate) Objects.requireNonNull(day)).getYear();
  }

  static String kind(int project) {
    return KINDS.get(project % KINDS.size());
  }

  /// Answers how many facts there are.
  long load(Connection connection) throws SQLException {
    var at = "2026-01-01T00:00:00Z";
    try (var out =
        new CopyOut(
            connection,
            "record (id, entity, code, parent, root, year, recorded_at, recorded_by)")) {
      var id = 0L;
      for (var records : all) {
        var root = ++id;
        out.row(root, "平台", records.getFirst().code(), null, null, null, at, "bench");
        for (var made : records.subList(1, records.size())) {
          out.row(++id, made.entity(), made.code(), root, root, made.year(), at, "bench");
        }
      }
    }
    var facts = 0L;
    try (var out =
        new CopyOut(
            connection, "fact (record, field, value, source, origin, recorded_at, recorded_by)")) {
      var id = 0L;
      for (var records : all) {
        for (var made : records) {
          ++id;
          for (var field : made.fields().entrySet()) {
            var value = field.getValue();
            out.row(id, field.getKey(), value, source(made, field.getKey()), "合成", at, "bench");
            facts++;
          }
        }
      }
    }
    return facts;
  }

  /// What a snapshot of the unit holds: one object of arrays of records, every value as text.
  String json(int unit) {
    var tables = new LinkedHashMap<String, List<String>>();
    for (var made : all.get(unit - 1)) {
      tables.computeIfAbsent(made.entity(), _ -> new ArrayList<>()).add(made.json(unit(unit)));
    }
    return tables.entrySet().stream()
        .map(table -> "\"" + table.getKey() + "\":[" + String.join(",", table.getValue()) + "]")
        .collect(Collectors.joining(",", "{", "}"));
  }

  /// What the city measures or recognises itself pays without an application.
  private static String source(Made made, String field) {
    return switch (made.entity()) {
      case "接入企业", "工业APP", "CIO培训" -> "measured";
      case "节点情况" -> "recognised";
      default -> field.contains("验收") || field.equals("类别") ? "recognised" : "documented";
    };
  }

  private List<Made> records(int unit) {
    var made = new ArrayList<Made>();
    made.add(
        new Made(
            "平台",
            unit(unit),
            null,
            fields(
                "名称",
                "合成平台" + unit,
                "类别",
                chance(10) ? "标杆平台" : "市级平台",
                "是节点平台",
                chance(20),
                "落地日期",
                day(),
                "实缴注册资金",
                amount(500, 2000),
                "办公场所已选定",
                true,
                "人员已到位",
                true,
                "投资总额",
                amount(2000, 9000))));
    for (int i = 0; i < 3; i++) {
      made.add(lease(unit, 2022 + i));
    }
    for (int i = 0; i < PROJECTS; i++) {
      made.add(project(unit, i, kind(i)));
    }
    for (int i = 0; i < 14; i++) {
      made.add(
          new Made(
              "接入企业",
              "A%05d-%d".formatted(unit, i),
              2022 + i % 3,
              fields(
                  "企业", "E%05d-%d".formatted(unit, i / 3),
                  "中小企业", chance(80),
                  "首次活跃日期", day(),
                  "使用平台时间", number(60, 300),
                  "接入平台时间", number(300, 365))));
    }
    for (int i = 0; i < 4; i++) {
      made.add(
          new Made(
              "工业APP",
              "K%05d-%d".formatted(unit, i),
              null,
              fields(
                  "产品指纹",
                  "产品" + number(1, units * 4),
                  "完成适配",
                  true,
                  "完成部署",
                  chance(90),
                  "部署日期",
                  day())));
    }
    for (int i = 0; i < 2; i++) {
      made.add(
          new Made(
              "节点情况",
              "D%05d-%d".formatted(unit, i),
              2022 + i,
              fields(
                  "年度新增标识注册量", number(1, 9) * 10_000_000L,
                  "日均解析量", number(1000, 90_000),
                  "国家奖补", amount(0, 100),
                  "省奖补", amount(0, 100),
                  "其他各级财政资助额", amount(0, 10))));
    }
    made.add(
        new Made(
            "CIO培训",
            "C%05d".formatted(unit),
            null,
            fields("培训日期", day(), "培训人数", number(10, 90), "培训学时", 24, "取得证书人数", 9)));
    made.add(
        new Made(
            "展示中心",
            "Z%05d".formatted(unit),
            null,
            fields("建成验收", chance(70), "验收日期", day(), "建设投入", amount(100, 900))));
    return made;
  }

  private Made lease(int unit, int year) {
    return new Made(
        "租约",
        "L%05d-%d".formatted(unit, year),
        year,
        fields(
            "承租方", "平台单位",
            "租户", unit(unit),
            "租赁面积", number(300, 3000),
            "租赁月数", 12,
            "实付租金", amount(10, 90),
            "市房屋租金参考价", number(25, 40),
            "当地同类平均租金", number(25, 40)));
  }

  private Made project(int unit, int number, String kind) {
    return new Made(
        "企业项目",
        project(unit, number),
        null,
        fields(
            "类型", kind,
            "应用企业", "E%05d-%d".formatted(unit, number),
            "核心节点企业", chance(30),
            "项目验收", chance(90),
            "验收日期", day(),
            "已认定", true,
            "实际合同金额", amount(20, 400),
            "项目投资总额", amount(400, 900),
            "其他各级财政资助", 0));
  }

  private static Map<String, Object> fields(Object... namesAndValues) {
    var fields = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private int number(int from, int to) {
    return random.nextInt(from, to + 1);
  }

  /// Yuan, given in 万元.
  private int amount(int from, int to) {
    return number(from, to) * 10_000;
  }

  private LocalDate day() {
    return FIRST_DAY.plusDays(random.nextInt(DAYS));
  }
}
