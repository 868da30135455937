package duixian.policy.check;

import duixian.policy.model.Entity;
import duixian.policy.model.Field;
import duixian.policy.resolve.Draft;
import duixian.policy.resolve.Names;
import duixian.policy.resolve.NewName;
import duixian.policy.source.Span;
import duixian.policy.syntax.Keyword;
import duixian.policy.syntax.Statement;
import duixian.policy.syntax.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// 主体: parents before children, each field with a type.
final class EntityCheck {
  private static final String OPTIONAL = "可缺";

  private final Draft draft;
  private final FieldTypes types;

  EntityCheck(Draft draft) {
    this.draft = draft;
    this.types = new FieldTypes(draft);
  }

  void check(List<Statement> statements) {
    var waiting = new LinkedHashMap<String, Pending>();
    for (var statement : statements) {
      var pending = pending(statement);
      if (pending != null && waiting.putIfAbsent(pending.name, pending) != null) {
        draft.error(statement.head(), "主体“" + pending.name + "”声明了两次", "合成一个");
      }
    }
    var declared = List.copyOf(waiting.keySet());
    var progress = true;
    while (progress) {
      progress = false;
      for (var one : List.copyOf(waiting.values())) {
        if (one.parent == null || draft.entity(one.parent) != null) {
          declare(one);
          waiting.remove(one.name);
          progress = true;
        }
      }
    }
    for (var one : waiting.values()) {
      var parent = String.valueOf(one.parent);
      if (waiting.containsKey(parent)) {
        draft.error(one.statement.head(), "“" + one.name + "”的上级绕成了一圈", "让其中一个主体不属于别的主体");
      } else {
        draft.error(
            one.statement.head(), "没有上级主体 “" + parent + "”", Names.suggestion(parent, declared));
      }
    }
  }

  private record Pending(
      String name, @Nullable String parent, boolean yearly, Statement statement) {}

  /// `名 [属于 父] [逐年]`.
  private @Nullable Pending pending(Statement statement) {
    var words = Words.words(statement.head());
    var texts = words.stream().map(Span::text).toList();
    var yearly = texts.size() > 1 && texts.getLast().equals("逐年");
    var rest = yearly ? texts.subList(0, texts.size() - 1) : texts;
    var hasParent = rest.size() == 3 && rest.get(1).equals("属于");
    if (rest.size() != 1 && !hasParent) {
      draft.error(statement.head(), "主体写得不对", "写成 主体 名、主体 名 属于 上级，逐年的在最后写 逐年");
      return null;
    }
    var name = NewName.of(draft, words.getFirst(), "主体");
    return name == null
        ? null
        : new Pending(name, hasParent ? rest.get(2) : null, yearly, statement);
  }

  private void declare(Pending one) {
    var parent = one.parent == null ? null : draft.entity(one.parent);
    var fields = new LinkedHashMap<String, Field>();
    for (var entry : one.statement.entries()) {
      if (!entry.name().equals(Keyword.READING.word())) {
        field(entry, one, fields);
      }
    }
    draft.add(
        new Entity(
            one.name,
            draft.entities().size(),
            parent,
            one.yearly,
            new ArrayList<>(fields.values())));
  }

  private void field(Statement.Entry entry, Pending one, Map<String, Field> fields) {
    var name = NewName.of(draft, entry.key(), "字段");
    if (name == null) {
      return;
    }
    if (name.equals(one.parent) || name.equals(one.name)) {
      draft.error(entry.key(), "字段不能叫“" + name + "”", "主体和上级是自带的，不用再写");
      return;
    }
    var words = entry.words();
    var optional = words.endsWith(OPTIONAL);
    var span =
        optional
            ? Words.trimmed(
                entry.value().source(),
                entry.value().from(),
                entry.value().to() - OPTIONAL.length())
            : entry.value();
    var type = types.read(span, entry.key());
    if (type != null
        && fields.putIfAbsent(
                name, new Field(name, type, FieldTypes.scale(type), optional, fields.size()))
            != null) {
      draft.error(entry.key(), "字段“" + name + "”写了两次", "只留一个");
    }
  }
}
