package duixian.service.claim.web.applicant;

import duixian.policy.model.Award;
import duixian.policy.model.Entity;
import duixian.policy.model.Policy;
import duixian.policy.model.Type;
import duixian.service.claim.Claim;
import duixian.service.claim.draft.Drafts;
import duixian.service.claim.web.applicant.DeclarePage.Group;
import duixian.service.claim.web.applicant.DeclarePage.Known;
import duixian.service.fact.FactStore;
import duixian.service.fact.Source;
import duixian.service.fact.Statement;
import duixian.service.law.Inputs;
import duixian.service.law.Laws;
import duixian.service.law.Typed;
import duixian.service.law.UsedFacts;
import duixian.service.site.Field;
import duixian.service.site.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// The facts of a case that its unit may type: those of the object and of the records above it that
/// nobody measured or recognised.
@Component
class Declaration {
  private final Laws laws;
  private final FactStore facts;
  private final Drafts drafts;

  Declaration(Laws laws, FactStore facts, Drafts drafts) {
    this.laws = laws;
    this.facts = facts;
    this.drafts = drafts;
  }

  /// The object's record and those above it with the fields that the measure rests on.
  private record Place(Entity entity, String code, List<String> fields) {
    String input(String field) {
      return entity.name() + "." + field;
    }
  }

  List<Group> groups(Claim claim) {
    var typed = drafts.of(claim.id()).map(Drafts.Draft::fields).orElse(Map.of());
    return places(claim).stream().map(place -> group(place, typed)).toList();
  }

  /// What is wrong with what was typed, a sentence for each input.
  List<String> complaints(Claim claim, Map<String, String> typed) {
    var policy = laws.inForce();
    var complaints = new ArrayList<String>();
    for (var place : places(claim)) {
      for (var name : place.fields()) {
        var text = typed.getOrDefault(place.input(name), "");
        var complaint = Typed.complaint(policy, place.entity(), field(place, name), text);
        if (complaint != null) {
          complaints.add(place.entity().name() + " 的 " + name + "：" + complaint);
        }
      }
    }
    return complaints;
  }

  /// The inputs of the form alone, whatever else a request carries.
  Map<String, String> inputs(Claim claim, Map<String, String> sent) {
    var inputs = new LinkedHashMap<String, String>();
    for (var place : places(claim)) {
      for (var name : place.fields()) {
        var text = sent.get(place.input(name));
        if (text != null) {
          inputs.put(place.input(name), text);
        }
      }
    }
    return inputs;
  }

  /// What was typed and differs from what is known, as the unit's own statements.
  List<Statement> statements(Claim claim, Map<String, String> typed) {
    var statements = new ArrayList<Statement>();
    for (var place : places(claim)) {
      var known = known(place);
      for (var name : place.fields()) {
        var text = typed.getOrDefault(place.input(name), "").strip();
        var before = known.get(name);
        if (typed.containsKey(place.input(name))
            && !isFixed(before)
            && !text.equals(before == null ? "" : Objects.requireNonNullElse(before.value(), ""))) {
          statements.add(
              new Statement(
                  place.entity().name(),
                  place.code(),
                  null,
                  null,
                  null,
                  name,
                  text.isEmpty() ? null : text,
                  null,
                  null,
                  Source.DECLARED,
                  null,
                  claim.subject()));
        }
      }
    }
    return statements;
  }

  private Group group(Place place, Map<String, String> typed) {
    var known = known(place);
    var fields = new ArrayList<Field>();
    var fixed = new ArrayList<Known>();
    for (var name : place.fields()) {
      var fact = known.get(name);
      if (fact != null && isFixed(fact)) {
        fixed.add(new Known(name, shown(place, fact), source(fact)));
      } else {
        var value = fact == null ? "" : Objects.requireNonNullElse(fact.value(), "");
        fields.add(
            Inputs.of(
                place.input(name),
                field(place, name),
                typed.getOrDefault(place.input(name), value),
                fact == null ? "市里还没有这项数据，请填写" : "已知 " + shown(place, fact) + "，" + source(fact)));
      }
    }
    return new Group(place.entity().name(), place.code(), fields, fixed);
  }

  private static boolean isFixed(FactStore.@org.jspecify.annotations.Nullable Stated fact) {
    return fact != null
        && fact.value() != null
        && switch (fact.kind()) {
          case MEASURED, RECOGNISED -> true;
          case DOCUMENTED, DECLARED -> false;
        };
  }

  /// A flag in words; whatever else as it was stated.
  private static String shown(Place place, FactStore.Stated fact) {
    var value = Objects.requireNonNullElse(fact.value(), "");
    return field(place, fact.field()).type() instanceof Type.Flag
        ? value.equals("true") ? "是" : "否"
        : value;
  }

  private static String source(FactStore.Stated fact) {
    return fact.kind().label() + "，" + Shown.day(fact.recordedAt()) + " 记录，" + fact.origin();
  }

  private Map<String, FactStore.Stated> known(Place place) {
    var newest = new LinkedHashMap<String, FactStore.Stated>();
    facts
        .history(place.entity().name(), place.code())
        .forEach(stated -> newest.putIfAbsent(stated.field(), stated));
    return newest;
  }

  private List<Place> places(Claim claim) {
    var policy = laws.inForce();
    var award = Objects.requireNonNull(policy.award(claim.award()));
    var used = UsedFacts.of(award);
    var places = new ArrayList<Place>();
    add(places, policy, used, award.object(), claim.object());
    var root = award.object().root();
    if (!root.equals(award.object())) {
      add(places, policy, used, root, claim.root());
    }
    return places;
  }

  private static void add(
      List<Place> places,
      Policy policy,
      Map<String, List<String>> used,
      Entity entity,
      String code) {
    var fields = used.getOrDefault(entity.name(), List.of());
    if (policy.entity(entity.name()) != null && !fields.isEmpty()) {
      places.add(new Place(entity, code, fields));
    }
  }

  private static duixian.policy.model.Field field(Place place, String name) {
    return Objects.requireNonNull(place.entity().field(name));
  }

  /// The award of the case as the policy in force has it.
  Award award(Claim claim) {
    return Objects.requireNonNull(laws.inForce().award(claim.award()));
  }
}
