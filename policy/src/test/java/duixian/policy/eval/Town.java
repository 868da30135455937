package duixian.policy.eval;

import duixian.policy.facts.Facts;
import duixian.policy.facts.FactsBuilder;
import duixian.policy.facts.Origin;
import duixian.policy.model.Entity;
import duixian.policy.model.Field;
import duixian.policy.model.Policy;
import duixian.policy.model.Type;
import duixian.policy.value.Dimension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A small town's entities and records: platforms with projects, yearly node figures and yearly
/// connected firms.
final class Town {
  static final Dimension FIRMS = Dimension.of("家");

  static final Field KIND = field("类别", new Type.Choice(List.of("标杆平台", "市级平台")), 1, 0);
  static final Field CAPITAL = field("实缴注册资金", Type.MONEY, 100, 1);
  static final Field STAFFED = field("人员已到位", Type.FLAG, 1, 2);
  static final Field INVESTED = field("投资总额", Type.MONEY, 100, 3);
  static final Entity PLATFORM = entity("平台", 0, null, false, KIND, CAPITAL, STAFFED, INVESTED);

  static final Field CONTRACT = field("合同金额", Type.MONEY, 100, 0);
  static final Field ACCEPTED = field("项目验收", Type.FLAG, 1, 1);
  static final Field ACCEPTED_ON = field("验收日期", Type.DAY, 1, 2);
  static final Field FIRM = field("应用企业", new Type.Reference(""), 1, 3);
  static final Field COST = field("项目投资总额", Type.MONEY, 100, 4);
  static final Field OTHER_FUNDS = field("其他资助", Type.MONEY, 100, 5);
  static final Entity PROJECT =
      entity("项目", 1, PLATFORM, false, CONTRACT, ACCEPTED, ACCEPTED_ON, FIRM, COST, OTHER_FUNDS);

  static final Field VOLUME = field("注册量", Type.COUNT, 10_000, 0);
  static final Field NATIONAL = field("国家奖补", Type.MONEY, 100, 1);
  static final Field DIVISOR = field("除数", Type.COUNT, 10_000, 2);
  static final Entity NODE = entity("节点情况", 2, PLATFORM, true, VOLUME, NATIONAL, DIVISOR);

  static final Field WHO = field("企业", new Type.Reference(""), 1, 0);
  static final Field ACTIVE = field("活跃", Type.FLAG, 1, 1);
  static final Field SINCE = field("接入日期", Type.DAY, 1, 2);
  static final Entity CONNECTED = entity("接入企业", 3, PLATFORM, true, WHO, ACTIVE, SINCE);

  static final List<Entity> ENTITIES = List.of(PLATFORM, PROJECT, NODE, CONNECTED);

  private final Map<String, List<Map<String, String>>> records = new LinkedHashMap<>();

  /// Adds a record: `平台`, `P1`, then its keys and values in turn.
  Town with(String entity, String id, String... keysAndValues) {
    var record = new LinkedHashMap<String, String>();
    record.put("标识", id);
    for (int i = 0; i < keysAndValues.length; i += 2) {
      record.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    records.computeIfAbsent(entity, key -> new ArrayList<>()).add(record);
    return this;
  }

  /// A benchmark platform that has everything.
  Town platform(String id) {
    return with("平台", id, "类别", "标杆平台", "实缴注册资金", "8000000", "人员已到位", "是", "投资总额", "9000000");
  }

  /// An accepted project of a platform.
  Town project(String id, String platform, String day, String contract, String... more) {
    var all = new ArrayList<>(List.of("平台", platform, "项目验收", "是", "验收日期", day, "合同金额", contract));
    all.addAll(List.of(more));
    return with("项目", id, all.toArray(String[]::new));
  }

  Town node(String id, String platform, int year, String volume, String... more) {
    var all = new ArrayList<>(List.of("平台", platform, "年度", "" + year, "注册量", volume));
    all.addAll(List.of(more));
    return with("节点情况", id, all.toArray(String[]::new));
  }

  Town firm(String id, String platform, int year, String who, String active) {
    return with("接入企业", id, "平台", platform, "年度", "" + year, "企业", who, "活跃", active);
  }

  Facts facts(Policy policy) {
    var builder = new FactsBuilder(policy);
    records.forEach((entity, list) -> {
      var table = Objects.requireNonNull(builder.table(entity, Origin.records("事实.json", entity)));
      for (int i = 0; i < list.size(); i++) {
        table.begin(i + 1);
        list.get(i).forEach((key, value) -> table.text(table.slot(key), value));
        table.end();
      }
    });
    var facts = builder.build();
    if (facts == null) {
      throw new IllegalArgumentException(builder.problems().lines().toString());
    }
    return facts;
  }

  private static Field field(String name, Type type, long scale, int index) {
    return new Field(name, type, scale, false, index);
  }

  private static Entity entity(
      String name, int index, @Nullable Entity parent, boolean yearly, Field... fields) {
    return new Entity(name, index, parent, yearly, List.of(fields));
  }
}
