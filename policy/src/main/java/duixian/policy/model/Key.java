package duixian.policy.model;

/// What a limit, quota, term or cap is counted by.
public sealed interface Key {
  String text();

  /// The record itself (`up` 0) or an ancestor.
  record Owner(int up, Entity entity) implements Key {
    @Override
    public String text() {
      return entity.name();
    }
  }

  /// A 标识 or enumeration field of the record or an ancestor. Missing makes the row 缺事实.
  record Value(int up, Field field) implements Key {
    @Override
    public String text() {
      return field.name();
    }
  }

  /// 年度: the row's year.
  record Year() implements Key {
    @Override
    public String text() {
      return "年度";
    }
  }
}
