package duixian.policy.eval;

import duixian.policy.facts.Facts;
import duixian.policy.model.Award;
import duixian.policy.model.Award.Frequency;
import duixian.policy.model.Cap;
import duixian.policy.model.Entity;
import duixian.policy.model.Expr;
import duixian.policy.model.Key;
import duixian.policy.model.Literal;
import duixian.policy.model.Policy;
import duixian.policy.model.Property;
import duixian.policy.model.Reading;
import duixian.policy.model.Run;
import duixian.policy.model.Target;
import duixian.policy.trace.Decision;
import duixian.policy.trace.Outcome;
import duixian.policy.value.Rounding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A policy made by hand, award by award, and what it decides on a town.
final class Law {
  private final List<Award> awards = new ArrayList<>();
  private final List<Cap> caps = new ArrayList<>();
  private final List<Target> targets = new ArrayList<>();
  private final List<Property> properties = new ArrayList<>();
  private final List<Reading> readings = new ArrayList<>();
  private LocalDate day = LocalDate.of(2025, 12, 31);
  private long unitFen = 1;

  static final class Draft {
    private final String name;
    private final Entity object;
    private final Expr amount;
    private final List<Expr> conditions = new ArrayList<>();
    private final List<Award.Limit> limits = new ArrayList<>();
    private @Nullable Expr filter;
    private @Nullable Expr day;
    private @Nullable Expr order;
    private Award.@Nullable Quota quota;
    private Frequency frequency = new Frequency.Yearly(null, List.of());
    private boolean rowPerYear;

    Draft(String name, Entity object, Expr amount) {
      this.name = name;
      this.object = object;
      this.amount = amount;
    }

    Draft among(Expr filter) {
      this.filter = filter;
      return this;
    }

    Draft when(Expr condition) {
      conditions.add(condition);
      return this;
    }

    Draft once(Key... keys) {
      frequency = new Frequency.Once(List.of(keys));
      return this;
    }

    Draft atMost(Literal years, Key... keys) {
      frequency = new Frequency.Yearly(years, List.of(keys));
      return this;
    }

    Draft limit(Expr limit, Key... keys) {
      limits.add(new Award.Limit("上限 " + limit.span().text(), limit, List.of(keys)));
      return this;
    }

    Draft places(int places, Key... keys) {
      quota =
          new Award.Quota(
              Words.literal(
                  duixian.policy.value.Rational.of(places),
                  duixian.policy.model.Type.COUNT,
                  places + "家"),
              List.of(keys));
      return this;
    }

    Draft on(Expr day) {
      this.day = day;
      return this;
    }

    Draft inOrderOf(Expr order) {
      this.order = order;
      return this;
    }

    Draft everyYear() {
      rowPerYear = true;
      return this;
    }

    private Award award(int index) {
      return new Award(
          name,
          index,
          "二（一）",
          object,
          filter,
          conditions,
          frequency,
          amount,
          limits,
          quota,
          day,
          order,
          new Key.Owner(0, object),
          List.of(),
          List.of(),
          rowPerYear,
          Words.span("奖补 " + name));
    }
  }

  static Draft award(String name, Entity object, Expr amount) {
    return new Draft(name, object, amount);
  }

  static Law of(Draft... drafts) {
    var law = new Law();
    for (var draft : drafts) {
      law.awards.add(draft.award(law.awards.size()));
    }
    return law;
  }

  Law onDay(String day) {
    this.day = LocalDate.parse(day);
    return this;
  }

  Law roundedTo(long unitFen) {
    this.unitFen = unitFen;
    return this;
  }

  Law target(Target target) {
    targets.add(target);
    return this;
  }

  Law property(Property property) {
    properties.add(property);
    return this;
  }

  Law reading(Reading reading) {
    readings.add(reading);
    return this;
  }

  /// A cap over the awards that the scopes name.
  Law cap(
      String name,
      @Nullable Literal years,
      Cap.Sharing sharing,
      Cap.Excess excess,
      Cap.Scope... scopes) {
    caps.add(
        new Cap(
            name,
            caps.size(),
            "四",
            List.of(scopes),
            years,
            sharing,
            excess,
            List.of(),
            Words.span("限额 " + name)));
    return this;
  }

  Law cap(String name, Cap.Scope... scopes) {
    return cap(name, null, new Cap.Sharing.FirstCome(), new Cap.Excess.Cut(), scopes);
  }

  static Cap.Scope scope(int award, Expr limit, Key... keys) {
    return new Cap.Scope(award, List.of(keys), null, null, limit);
  }

  Policy policy() {
    return new Policy(
        "样本",
        "样本政策",
        "0",
        LocalDate.of(2021, 1, 1),
        LocalDate.of(2025, 12, 31),
        LocalDate.of(2026, 12, 31),
        unitFen,
        Rounding.DOWN,
        Town.ENTITIES,
        List.of(),
        awards,
        caps,
        readings,
        literals(),
        targets,
        properties);
  }

  Run run() {
    return Run.of(policy(), day);
  }

  Facts facts(Town town) {
    return town.facts(policy());
  }

  List<Decision> decide(Town town) {
    return Evaluator.assess(run(), facts(town)).decisions();
  }

  /// The outcome of the only row of an object.
  Outcome outcome(Town town, String object) {
    var found = decide(town).stream().filter(d -> d.object().equals(object)).toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException("expected one row of " + object + ", were " + found);
    }
    return found.getFirst().outcome();
  }

  /// Every row in short: `A X1 2023 可兑现 100.00`.
  List<String> rows(Town town) {
    return decide(town).stream().map(Law::text).toList();
  }

  static String text(Decision d) {
    var head = d.award().name() + " " + d.object() + " " + d.year() + " " + d.outcome().word();
    return d.outcome() instanceof Outcome.Payable payable
        ? head + " " + payable.ceiling().decimal()
        : head;
  }

  private List<Literal> literals() {
    var ofAwards =
        awards.stream()
            .flatMap(a ->
                Stream.concat(
                    Stream.concat(a.conditions().stream(), Stream.of(a.amount())),
                    a.limits().stream().map(Award.Limit::amount)));
    var ofCaps = caps.stream().flatMap(c -> c.scopes().stream()).map(Cap.Scope::limit);
    return Stream.concat(ofAwards, ofCaps).flatMap(Words::literals).toList();
  }
}
