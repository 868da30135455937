package duixian.policy.facts;

import duixian.policy.model.Entity;
import duixian.policy.model.Field;
import duixian.policy.model.Policy;
import duixian.policy.model.Type;
import duixian.policy.value.Dimension;
import duixian.policy.value.Rounding;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A policy with a platform and a yearly lease, a field of every type.
final class Samples {
  static final Field MONEY = new Field("实缴注册资金", Type.MONEY, 100, false, 0);
  static final Field KIND = new Field("类别", new Type.Choice(List.of("标杆平台", "市级平台")), 1, false, 1);
  static final Field STAFF = new Field("人员已到位", Type.FLAG, 1, false, 2);
  static final Field RATIO = new Field("覆盖率", Type.RATIO, 1_000_000, false, 3);
  static final Field DAY = new Field("验收日期", Type.DAY, 1, false, 4);

  static final Field AREA = new Field("租赁面积", new Type.Amount(Dimension.AREA), 100, false, 0);
  static final Field MONTHS = new Field("租赁月数", Type.COUNT, 10_000, false, 1);
  static final Field TENANT = new Field("租户", new Type.Reference(""), 1, false, 2);
  static final Field PEOPLE = new Field("培训人数", new Type.Amount(Dimension.of("人")), 1, false, 3);
  static final Field PRICE =
      new Field(
          "参考价",
          new Type.Amount(Dimension.MONEY.per(Dimension.AREA).per(Dimension.of("月"))),
          100,
          true,
          4);

  static final Entity PLATFORM = entity("平台", 0, null, false, MONEY, KIND, STAFF, RATIO, DAY);
  static final Entity LEASE = entity("租约", 1, PLATFORM, true, AREA, MONTHS, TENANT, PEOPLE, PRICE);

  private Samples() {}

  static FactsBuilder builder() {
    return new FactsBuilder(
        new Policy(
            "样本",
            "样本",
            "0",
            LocalDate.of(2021, 1, 1),
            LocalDate.of(2025, 12, 31),
            LocalDate.of(2026, 12, 31),
            1,
            Rounding.DOWN,
            List.of(PLATFORM, LEASE),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of()));
  }

  private static Entity entity(
      String name, int index, @Nullable Entity parent, boolean yearly, Field... fields) {
    return new Entity(name, index, parent, yearly, List.of(fields));
  }
}
