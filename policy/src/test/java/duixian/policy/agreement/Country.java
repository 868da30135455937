package duixian.policy.agreement;

import duixian.policy.model.Entity;
import duixian.policy.model.Field;
import duixian.policy.model.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The entities of every random policy: a root, dated and yearly children, a yearly grandchild, and
/// a yearly entity that belongs to nobody. Each has a field of every type.
final class Country {
  static final Type.Choice KINDS = new Type.Choice(List.of("甲", "乙", "丙"));

  static final Entity PLATFORM = entity("平台", 0, null, false);
  static final Entity PROJECT = entity("项目", 1, PLATFORM, false);
  static final Entity REPORT = entity("年报", 2, PLATFORM, true);
  static final Entity DETAIL = entity("明细", 3, PROJECT, true);
  static final Entity STAGE = entity("阶段", 4, PROJECT, false);
  static final Entity PARK = entity("园区", 5, null, true);

  static final List<Entity> ENTITIES = List.of(PLATFORM, PROJECT, REPORT, DETAIL, STAGE, PARK);

  private Country() {}

  static List<Field> of(Entity entity, Class<? extends Type> kind) {
    return entity.fields().stream().filter(field -> kind.isInstance(field.type())).toList();
  }

  /// The entities below, at any depth.
  static List<Entity> below(Entity owner) {
    return ENTITIES.stream().filter(entity -> entity.stepsTo(owner) > 0).toList();
  }

  private static Entity entity(String name, int index, @Nullable Entity parent, boolean yearly) {
    var fields = new ArrayList<Field>();
    add(fields, "金额", Type.MONEY, 100);
    add(fields, "投资", Type.MONEY, 100);
    add(fields, "比例", Type.RATIO, 1_000_000);
    add(fields, "数量", Type.COUNT, 10_000);
    add(fields, "合格", Type.FLAG, 1);
    add(fields, "验收", Type.FLAG, 1);
    add(fields, "日期", Type.DAY, 1);
    add(fields, "类别", KINDS, 1);
    add(fields, "企业", new Type.Reference(""), 1);
    return new Entity(name, index, parent, yearly, fields);
  }

  private static void add(List<Field> fields, String name, Type type, long scale) {
    fields.add(new Field(name, type, scale, false, fields.size()));
  }
}
