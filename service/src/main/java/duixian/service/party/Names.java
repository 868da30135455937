package duixian.service.party;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What units and persons are called on one page; each is looked up once, and after a few units all
/// are read together. For one thread.
public final class Names {
  private static final int FEW = 20;

  private final Parties parties;
  private final Map<String, String> units = new HashMap<>();
  private final Map<String, String> persons = new HashMap<>();

  public Names(Parties parties) {
    this.parties = parties;
  }

  /// Reads the names of many units at once.
  public void read(Collection<String> ids) {
    parties.organisations(ids).forEach(one -> units.put(one.id(), one.name()));
  }

  /// The name of a unit or office, its id when it has none here; empty for null.
  public String unit(@Nullable String id) {
    if (id == null) {
      return "";
    }
    if (units.size() == FEW && !units.containsKey(id)) {
      units.putAll(parties.names());
    }
    return units.computeIfAbsent(
        id, one -> parties.organisation(one).map(Organisation::name).orElse(one));
  }

  /// The name of a person, 系统 for the program, the id for who is not known; empty for null.
  public String person(@Nullable String id) {
    if (id == null) {
      return "";
    }
    return id.equals(Person.SYSTEM.id())
        ? Person.SYSTEM.name()
        : persons.computeIfAbsent(id, one -> parties.person(one).map(Person::name).orElse(one));
  }
}
