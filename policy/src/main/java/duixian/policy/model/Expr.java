package duixian.policy.model;

import duixian.policy.source.Span;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A checked expression. It is evaluated on a record (the *row* of an entity) and a year; `up`
/// counts steps to an ancestor.
///
/// The year is the record's own when its entity is yearly, else that of the row that is assessed. A
/// part that aggregates yearly children takes those of the year.
public sealed interface Expr {
  Type type();

  Span span();

  /// A number of the law, valued on the row's day.
  record Constant(Literal literal, Span span) implements Expr {
    @Override
    public Type type() {
      return literal.type();
    }
  }

  /// A word of an enumeration.
  record Word(int position, Type.Choice type, Span span) implements Expr {}

  /// A fact of the record or of its ancestor.
  record Fact(int up, Entity owner, Field field, Span span) implements Expr {
    @Override
    public Type type() {
      return field.type();
    }
  }

  /// The record itself (`up` 0) or its ancestor, compared by identity.
  record Owner(int up, Entity owner, Span span) implements Expr {
    @Override
    public Type type() {
      return new Type.Reference(owner.name());
    }
  }

  /// A definition of the record's entity or of its ancestor's.
  record Defined(int up, Definition definition, Span span) implements Expr {
    @Override
    public Type type() {
      return definition.value().type();
    }
  }

  /// `member` evaluated on the record that `record` yields; missing when there is none.
  record Through(Expr record, Expr member, Span span) implements Expr {
    @Override
    public Type type() {
      return member.type();
    }
  }

  /// + − × ÷ on exact numbers.
  record Arithmetic(Operator operator, Expr left, Expr right, Type type, Span span)
      implements Expr {}

  /// The operators of [Arithmetic].
  enum Operator {
    PLUS("＋"),
    MINUS("−"),
    TIMES("×"),
    PER("÷");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }
  }

  /// Numbers and days in order; words, flags and references only equal or unequal.
  record Comparison(Relation relation, Expr left, Expr right, Span span) implements Expr {
    @Override
    public Type type() {
      return Type.FLAG;
    }
  }

  /// The relations of [Comparison].
  enum Relation {
    EQUAL("＝"),
    UNEQUAL("≠"),
    LESS("低于"),
    AT_MOST("不超过"),
    MORE("超过"),
    AT_LEAST("不低于");

    private final String word;

    Relation(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    /// Whether the relation holds for a comparison result as of `Comparable`.
    public boolean holds(int compared) {
      return switch (this) {
        case EQUAL -> compared == 0;
        case UNEQUAL -> compared != 0;
        case LESS -> compared < 0;
        case AT_MOST -> compared <= 0;
        case MORE -> compared > 0;
        case AT_LEAST -> compared >= 0;
      };
    }
  }

  /// 且 or 或 in Kleene's logic: one false part decides 且 even when another is missing.
  record Logic(boolean all, List<Expr> parts, Span span) implements Expr {
    @Override
    public Type type() {
      return Type.FLAG;
    }
  }

  /// 非.
  record Not(Expr part, Span span) implements Expr {
    @Override
    public Type type() {
      return Type.FLAG;
    }
  }

  /// 如没有则: the first of the parts that is there; only the last may be missing.
  record Fallback(List<Expr> parts, Type type, Span span) implements Expr {}

  /// 取小 or 取大.
  record Extreme(boolean least, List<Expr> parts, Type type, Span span) implements Expr {}

  /// The first branch whose condition holds; `otherwise` is null when the branches cover every word
  /// of an enumeration.
  record Choose(List<Branch> branches, @Nullable Expr otherwise, Type type, Span span)
      implements Expr {}

  /// A branch of [Choose].
  record Branch(Expr when, Expr then) {}

  /// 计数 and 合计 over the children of the record `up` steps above; `up` -1 takes every record of the
  /// entity.
  ///
  /// Yearly children are those of the year, unless `up` is -1 (targets count them over all years,
  /// by `keys` when given). COUNT has no `value`; with `keys` it counts distinct combinations.
  record Aggregate(
      boolean count,
      int up,
      Entity children,
      @Nullable Expr value,
      @Nullable Expr filter,
      List<Expr> keys,
      Type type,
      Span span)
      implements Expr {}

  /// 首次: the condition holds in this year and in no earlier year of the same parent (in any record
  /// of it).
  record First(Expr condition, Span span) implements Expr {
    @Override
    public Type type() {
      return Type.FLAG;
    }
  }

  /// 最早: the first record of the entity, by year, its first 日期 field and 标识, with equal keys that
  /// fulfils the condition.
  record Earliest(Entity entity, Expr condition, List<Expr> keys, Span span) implements Expr {
    @Override
    public Type type() {
      return new Type.Reference(entity.name());
    }
  }

  /// 历史最高: the greatest value of `quantity` in earlier years of the same root that this award
  /// rewarded; absent at first.
  record HighestRewarded(Expr quantity, Span span) implements Expr {
    @Override
    public Type type() {
      return quantity.type();
    }
  }

  /// 有: whether the fact or reference is there. Never missing itself.
  record Present(Expr part, Span span) implements Expr {
    @Override
    public Type type() {
      return Type.FLAG;
    }
  }

  /// The choice that a run takes at an interpretation point.
  record Chosen(Reading reading, Span span) implements Expr {
    @Override
    public Type type() {
      return reading.type();
    }
  }

  /// 待定: a figure that nobody has decided; `who` decides, `what` it is.
  record Undecided(String who, String what, Type type, Span span) implements Expr {}

  /// Two exceptions hold at once; yields a missing value with this reason.
  record Conflict(String message, Type type, Span span) implements Expr {}

  /// A calendar day that the text names.
  record CalendarDay(LocalDate day, Span span) implements Expr {
    @Override
    public Type type() {
      return Type.DAY;
    }
  }

  /// 认定日.
  record AssessmentDay(Span span) implements Expr {
    @Override
    public Type type() {
      return Type.DAY;
    }
  }

  /// What an award grants to the record in a year (properties only): the ceiling after caps, in
  /// yuan.
  record Granted(String award, Span span) implements Expr {
    @Override
    public Type type() {
      return Type.MONEY;
    }
  }

  /// Whether a cap cut the award (properties only).
  record WasCut(String award, Span span) implements Expr {
    @Override
    public Type type() {
      return Type.FLAG;
    }
  }
}
