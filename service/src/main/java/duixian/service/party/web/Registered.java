package duixian.service.party.web;

import duixian.service.party.Organisation;
import duixian.service.party.Parties;
import duixian.service.party.Person;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who and what is registered as an import begins, read once: a file may have 100,000 rows.
final class Registered {
  private final Map<String, Person> persons;
  private final Set<String> organisations;

  Registered(Parties parties) {
    persons = parties.persons().stream().collect(Collectors.toMap(Person::id, Function.identity()));
    organisations =
        parties.organisations().stream().map(Organisation::id).collect(Collectors.toSet());
  }

  @Nullable Person person(String id) {
    return persons.get(id);
  }

  boolean hasOrganisation(String id) {
    return organisations.contains(id);
  }
}
