package duixian.handle.registry;

import duixian.handle.message.Result;
import duixian.handle.store.Rows;
import duixian.handle.value.HandleValue;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The data templates, by id and version; a version once published never changes.
public final class Templates {
  private static final int MOST_FIELDS = 500;

  private final Rows rows;
  private final Map<String, Template> byName = new ConcurrentHashMap<>();

  public Templates(Rows rows) {
    this.rows = rows;
    var page = rows.scan(new byte[0], null, 1000);
    while (true) {
      for (var row : page.rows()) {
        var template = Template.read(row.value());
        byName.put(name(template.id(), template.version()), template);
      }
      var next = page.next();
      if (next == null) {
        return;
      }
      page = rows.scan(new byte[0], next, 1000);
    }
  }

  public @Nullable Template get(String id, String version) {
    return byName.get(name(id, version));
  }

  public Collection<Template> all() {
    return List.copyOf(new TreeMap<>(byName).values());
  }

  public synchronized Verdict publish(Template template) {
    for (var field : template.fields()) {
      var sound =
          field.index() >= Template.FIRST_FIELD
              && !field.type().isBlank()
              && field.shortest() >= 0
              && field.longest() >= field.shortest()
              && field.longest() <= 255;
      if (!sound) {
        return Verdict.of(
            Result.INVALID_VALUE, "字段 " + field.type() + " 的索引须不小于 2000，长度须在 0 至 255 之间");
      }
    }
    var indexes = template.fields().stream().map(Template.Field::index).distinct().count();
    if (template.fields().size() > MOST_FIELDS || indexes < template.fields().size()) {
      return Verdict.of(Result.INVALID_VALUE, "模板至多 500 个字段，索引不得重复");
    }
    var name = name(template.id(), template.version());
    if (byName.containsKey(name)) {
      return Verdict.of(Result.VALUE_EXISTS, "模板版本 " + template.version() + " 已发布，请用新版本号");
    }
    rows.put(name.getBytes(StandardCharsets.UTF_8), template.toBytes());
    byName.put(name, template);
    return Verdict.SUCCESS;
  }

  /// Whether an identifier and its values follow the template their prefix demands and the one they
  /// name.
  public Verdict check(Prefix.Allotted prefix, Identifier identifier, List<HandleValue> values) {
    var id = text(values, Template.ID_INDEX);
    var version = text(values, Template.VERSION_INDEX);
    if (id == null && version == null && prefix.template().isEmpty()) {
      return Verdict.SUCCESS;
    }
    var wanted = id == null ? prefix.template() : id;
    if (!prefix.template().isEmpty() && !wanted.equals(prefix.template())) {
      return Verdict.of(Result.INVALID_VALUE, "该前缀只用模板 " + prefix.template());
    }
    if (wanted.isEmpty()) {
      return Verdict.of(Result.INVALID_VALUE, "前缀未指定模板，须在索引 1000 写明模板");
    }
    var template = version == null ? null : get(wanted, version);
    if (template == null) {
      return Verdict.of(Result.INVALID_VALUE, "模板 " + wanted + " 没有版本 " + version + "（索引 1001）");
    }
    var misnamed = template.complaint(identifier);
    if (misnamed != null) {
      return Verdict.of(Result.INVALID_HANDLE, misnamed);
    }
    var wrong = template.complaints(values);
    return wrong.isEmpty()
        ? Verdict.SUCCESS
        : Verdict.of(Result.INVALID_VALUE, String.join("；", wrong));
  }

  private static @Nullable String text(List<HandleValue> values, int index) {
    for (var value : values) {
      if (value.index() == index) {
        return value.text();
      }
    }
    return null;
  }

  private static String name(String id, String version) {
    return id + "\n" + version;
  }
}
