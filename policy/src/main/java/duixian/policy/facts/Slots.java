package duixian.policy.facts;

import duixian.policy.model.Entity;
import duixian.policy.model.Field;
import duixian.policy.model.Type;
import duixian.policy.source.Nearest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The keys that a record of an entity may carry, numbered: 标识, parent, 年度, then the fields.
final class Slots {
  static final int UNKNOWN = -1;
  static final int ID = 0;
  static final int PARENT = 1;
  static final int YEAR = 2;
  static final int FIELDS = 3;

  private final Entity entity;
  private final @Nullable Unit[] units;

  Slots(Entity entity) {
    this.entity = entity;
    this.units = entity.fields().stream().map(Unit::of).toArray(Unit[]::new);
  }

  int count() {
    return FIELDS + units.length;
  }

  int find(String key) {
    var parent = entity.parent();
    if (key.equals("标识")) {
      return ID;
    }
    if (parent != null && key.equals(parent.name())) {
      return PARENT;
    }
    if (key.equals("年度") && entity.yearly()) {
      return YEAR;
    }
    var field = entity.field(key);
    return field == null ? UNKNOWN : FIELDS + field.index();
  }

  String key(int slot) {
    var parent = entity.parent();
    return switch (slot) {
      case ID -> "标识";
      case PARENT -> parent == null ? "" : parent.name();
      case YEAR -> "年度";
      default -> entity.fields().get(slot - FIELDS).name();
    };
  }

  /// Null for 标识, parent and 年度.
  @Nullable Field field(int slot) {
    return slot < FIELDS ? null : entity.fields().get(slot - FIELDS);
  }

  /// Null for what is no number of some unit.
  @Nullable Unit unit(int slot) {
    return slot < FIELDS ? null : units[slot - FIELDS];
  }

  boolean takesNumber(int slot) {
    return slot == YEAR || unit(slot) != null;
  }

  boolean takesFlag(int slot) {
    var field = field(slot);
    return field != null && field.type() instanceof Type.Flag;
  }

  /// What to write instead when the file holds another kind of value.
  String expected(int slot) {
    var unit = unit(slot);
    if (unit != null) {
      return unit.name() + "请写成 " + unit.example();
    }
    var field = field(slot);
    return switch (field == null ? null : field.type()) {
      case null -> slot == YEAR ? "请写成四位数字，如 2023" : "请写成带引号的文字";
      case Type.Amount _ -> "请写成数字";
      case Type.Flag _ -> "请写成 true 或 false";
      case Type.Day _ -> "日期请写成 \"2023-05-06\"";
      case Type.Choice(var words) -> "请从 " + String.join("、", words) + " 中选一个";
      case Type.Reference _ -> "标识请写成带引号的文字";
    };
  }

  String unknown(String key) {
    if (key.equals("年度")) {
      return "主体“" + entity.name() + "”不是逐年的，没有年度；请删去";
    }
    var known = known();
    var nearest = Nearest.to(key, known);
    var mend = nearest == null ? "有的是 " + String.join("、", known) : "是不是“" + nearest + "”";
    return "主体“" + entity.name() + "”没有字段" + Texts.quoted(key) + "；" + mend;
  }

  private List<String> known() {
    var known = new ArrayList<>(entity.fields().stream().map(Field::name).toList());
    known.addFirst("标识");
    if (entity.parent() != null) {
      known.add(entity.parent().name());
    }
    if (entity.yearly()) {
      known.add("年度");
    }
    return known;
  }
}
