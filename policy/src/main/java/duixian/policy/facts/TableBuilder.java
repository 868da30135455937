package duixian.policy.facts;

import duixian.policy.facts.text.Dictionary;
import duixian.policy.model.Entity;
import duixian.policy.model.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects the records of one 主体: find the slot of each key once, then for every record `begin`,
/// its values by slot, `end`.
public final class TableBuilder {
  /// The slot of a key that the policy does not know; values for it are ignored.
  public static final int UNKNOWN = Slots.UNKNOWN;

  private static final int FIRST_CAPACITY = 16;
  private static final int LONGEST_NUMBER = 40;

  private final Entity entity;
  private final Origin origin;
  private final FactParser parser;
  private final Problems problems;
  private final Slots slots;
  private final Dictionary ids = new Dictionary();
  private final Dictionary parentNames = new Dictionary();
  private final boolean[] given;
  private final List<Problem> wrong = new ArrayList<>();

  private final long[][] columns;
  private int[] parents = new int[FIRST_CAPACITY];
  private int[] years = new int[FIRST_CAPACITY];
  private int[] numbers = new int[FIRST_CAPACITY];
  private int number;
  private @Nullable String id;

  TableBuilder(Entity entity, Origin origin, FactParser parser, Problems problems) {
    this.entity = entity;
    this.origin = origin;
    this.parser = parser;
    this.problems = problems;
    this.slots = new Slots(entity);
    this.given = new boolean[slots.count()];
    this.columns = new long[entity.fields().size()][FIRST_CAPACITY];
  }

  public Entity entity() {
    return entity;
  }

  /// Where values under this key go: 标识, the parent's name, 年度, or a field. An unknown key is a
  /// problem and yields [#UNKNOWN].
  public int slot(String key) {
    var slot = slots.find(key);
    if (slot == UNKNOWN) {
      problems.add(() -> new Problem(origin.file(), "", key, slots.unknown(key)));
    }
    return slot;
  }

  /// The field that a slot stands for; null for 标识, parent and 年度.
  public @Nullable Field field(int slot) {
    return slots.field(slot);
  }

  /// Starts a record; `number` is its line, row or position from 1.
  public void begin(int number) {
    var row = ids.size();
    if (row == numbers.length) {
      grow();
    }
    this.number = number;
    id = null;
    parents[row] = UNKNOWN;
    years[row] = 0;
    for (var column : columns) {
      column[row] = Table.MISSING;
    }
    Arrays.fill(given, false);
    wrong.clear();
  }

  /// A value as text; blank text is a fact that was not supplied. `value` may be reused at once.
  public void text(int slot, CharSequence value) {
    if (slot == UNKNOWN || isRepeated(slot)) {
      return;
    }
    var row = ids.size();
    switch (slot) {
      case Slots.ID -> {
        var name = checked(slot, parser.name(value));
        id = name == null ? null : name.toString();
      }
      case Slots.PARENT -> {
        var name = checked(slot, parser.name(value));
        parents[row] = name == null || name.isEmpty() ? UNKNOWN : parentNames.add(name);
      }
      case Slots.YEAR -> {
        years[row] = parser.year(value);
        if (years[row] < 0) {
          complain(slot, parser.complaint());
        }
      }
      default -> {
        var index = slot - Slots.FIELDS;
        var stored = parser.parse(entity.fields().get(index), slots.unit(slot), value);
        if (stored == FactParser.INVALID) {
          complain(slot, parser.complaint());
        } else {
          columns[index][row] = stored;
        }
      }
    }
  }

  /// A value that the file holds as a number.
  public void number(int slot, BigDecimal value) {
    if (slot == UNKNOWN || slots.takesNumber(slot)) {
      text(slot, plain(value));
    } else {
      refuse(slot, "数字 " + plain(value));
    }
  }

  /// A value that the file holds as true or false.
  public void flag(int slot, boolean value) {
    if (slot == UNKNOWN || slots.takesFlag(slot)) {
      text(slot, value ? "true" : "false");
    } else {
      refuse(slot, value ? " true" : " false");
    }
  }

  /// A value that cannot be this fact, such as an array.
  public void refuse(int slot, String what) {
    if (slot != UNKNOWN && !isRepeated(slot)) {
      complain(slot, "写成了" + what + "；" + slots.expected(slot));
    }
  }

  /// There is a value where no key is.
  public void stray(String column) {
    var sentence = column + "没有名字却有内容；请在表头写上字段名，或清空";
    wrong.add(new Problem(origin.file(), "", "", sentence));
  }

  /// Ends the record: what it lacks and what was wrong with it become problems.
  public void end() {
    requireKeys();
    var name = id == null ? "" : id;
    for (var problem : wrong) {
      problems.add(
          new Problem(problem.file(), record(name, number), problem.field(), problem.sentence()));
    }
    if (name.isEmpty()) {
      return;
    }
    var row = ids.size();
    var code = ids.add(name);
    if (code == row) {
      numbers[row] = number;
    } else {
      problems.add(() -> duplicate(name, origin.position(numbers[code])));
    }
  }

  void findParents(@Nullable TableBuilder above) {
    var rows = new int[parentNames.size()];
    for (int code = 0; code < rows.length; code++) {
      rows[code] = above == null ? UNKNOWN : above.ids.find(parentNames.text(code));
    }
    for (int row = 0; row < ids.size(); row++) {
      var code = parents[row];
      parents[row] = code < 0 ? UNKNOWN : rows[code];
      if (code >= 0 && rows[code] < 0) {
        var child = row;
        problems.add(() -> dangling(child, parentNames.text(code)));
      }
    }
  }

  Table build() {
    var size = ids.size();
    for (int i = 0; i < columns.length; i++) {
      columns[i] = Arrays.copyOf(columns[i], size);
    }
    return new Table(
        entity,
        ids.texts(),
        entity.parent() == null ? new int[0] : Arrays.copyOf(parents, size),
        entity.yearly() ? Arrays.copyOf(years, size) : new int[0],
        columns,
        origin,
        Arrays.copyOf(numbers, size));
  }

  private void requireKeys() {
    var row = ids.size();
    if (id == null ? !given[Slots.ID] : id.isEmpty()) {
      complain(Slots.ID, "缺标识；每条记录都要有一个");
    }
    var parent = entity.parent();
    if (parent != null && parents[row] < 0 && !isWrong(Slots.PARENT)) {
      complain(Slots.PARENT, "没有写它属于哪个" + parent.name() + "；请填" + parent.name() + "的标识");
    }
    if (entity.yearly() && years[row] == 0 && !isWrong(Slots.YEAR)) {
      complain(Slots.YEAR, "缺年度；请填四位数字，如 2023");
    }
  }

  private boolean isWrong(int slot) {
    return wrong.stream().anyMatch(problem -> problem.field().equals(slots.key(slot)));
  }

  private @Nullable CharSequence checked(int slot, @Nullable CharSequence name) {
    if (name == null) {
      complain(slot, parser.complaint());
    }
    return name;
  }

  private boolean isRepeated(int slot) {
    if (given[slot]) {
      complain(slot, "在一条记录里写了两次；请只留一个");
      return true;
    }
    given[slot] = true;
    return false;
  }

  private void complain(int slot, String sentence) {
    wrong.add(new Problem(origin.file(), "", slots.key(slot), sentence));
  }

  private Problem duplicate(String name, String first) {
    return new Problem(
        origin.file(),
        record(name, number),
        "标识",
        "标识“" + name + "”重复，" + first + "已经用过；同一主体的标识不能相同");
  }

  private Problem dangling(int row, String name) {
    var parent = slots.key(Slots.PARENT);
    return new Problem(
        origin.file(),
        record(ids.text(row), numbers[row]),
        parent,
        parent + "“" + name + "”不存在；请核对标识，或补上这条" + parent);
  }

  private String record(String name, int at) {
    return name + "（" + origin.position(at) + "）";
  }

  private void grow() {
    var size = numbers.length * 2;
    parents = Arrays.copyOf(parents, size);
    years = Arrays.copyOf(years, size);
    numbers = Arrays.copyOf(numbers, size);
    for (int i = 0; i < columns.length; i++) {
      columns[i] = Arrays.copyOf(columns[i], size);
    }
  }

  /// Without an exponent, unless that would be absurdly long: then it fits no field anyway.
  private static String plain(BigDecimal value) {
    var isLong =
        value.precision() > LONGEST_NUMBER || Math.abs((long) value.scale()) > LONGEST_NUMBER;
    return isLong ? value.toString() : value.stripTrailingZeros().toPlainString();
  }
}
