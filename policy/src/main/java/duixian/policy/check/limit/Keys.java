package duixian.policy.check.limit;

import duixian.policy.model.Entity;
import duixian.policy.model.Key;
import duixian.policy.model.Type;
import duixian.policy.resolve.Draft;
import duixian.policy.resolve.Names;
import duixian.policy.source.Span;
import duixian.policy.syntax.Lexer;
import duixian.policy.syntax.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keys behind 每 or 按: the object, an ancestor, a 标识 or enumeration, 年度.
public final class Keys {
  private final Draft draft;

  public Keys(Draft draft) {
    this.draft = draft;
  }

  /// The names of a span, 每 and commas between them; null after a diagnostic.
  public @Nullable List<Key> read(Span span, Entity object) {
    var keys = new ArrayList<Key>();
    for (var token : Lexer.tokens(span, draft.diagnostics())) {
      switch (token) {
        case Token.Name(var name, var place) -> {
          if (!name.equals("每")) {
            var key = key(name, place, object);
            if (key == null) {
              return null;
            }
            if (keys.contains(key)) {
              draft.error(place, "键“" + name + "”写了两次", "只写一次");
              return null;
            }
            keys.add(key);
          }
        }
        case Token.Sign(var sign, var place) when !sign.equals(",") -> {
          draft.error(place, "键之间用、分开", "写成 每 平台 每 年度");
          return null;
        }
        case Token.Numeral(_, var place) -> {
          draft.error(place, "这里应当是键，写的是数", "写成 每 平台 每 年度");
          return null;
        }
        case Token.Day(_, var place) -> {
          draft.error(place, "这里应当是键，写的是日期", "写成 每 平台 每 年度");
          return null;
        }
        case Token.Sign _, Token.End _ -> {}
      }
    }
    if (keys.isEmpty()) {
      draft.error(span, "缺少键", "写上 每 平台 或 按：平台、年度");
      return null;
    }
    return List.copyOf(keys);
  }

  private @Nullable Key key(String name, Span place, Entity object) {
    if (name.equals("年度")) {
      return new Key.Year();
    }
    var owner = draft.entity(name);
    if (owner != null && object.stepsTo(owner) >= 0) {
      return new Key.Owner(object.stepsTo(owner), owner);
    }
    for (int up = 0; up <= object.stepsTo(object.root()); up++) {
      var field = object.ancestor(up).field(name);
      if (field != null) {
        if (field.type() instanceof Type.Reference || field.type() instanceof Type.Choice) {
          return new Key.Value(up, field);
        }
        draft.error(place, "“" + name + "”是" + field.type().text() + "，不能作键", "键是主体、标识、选项或年度");
        return null;
      }
    }
    var known = new ArrayList<>(draft.expressions().names().members(object));
    known.addAll(draft.entityNames());
    known.add("年度");
    draft.error(place, object.name() + "没有“" + name + "”这个键", Names.suggestion(name, known));
    return null;
  }

  /// Where the first 每 stands; the end of the span when there is none.
  public int firstPer(Span span) {
    return firstWord(span, "每");
  }

  public int firstWord(Span span, String word) {
    for (var token : Lexer.tokens(span, new ArrayList<>())) {
      if (token instanceof Token.Name(var name, var place) && name.equals(word)) {
        return place.from();
      }
    }
    return span.to();
  }
}
