package duixian.service.api;

import duixian.service.fact.Statement;
import duixian.service.party.Person;
import duixian.service.party.Role;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/// How far a person's questions reach: an applicant's to the own unit, those of the offices to all.
final class Reach {
  private static final Set<Role> OFFICES =
      Set.of(Role.REVIEWER, Role.LEADER, Role.FINANCE, Role.SUPERVISOR);

  private Reach() {}

  static boolean isEverywhere(Person person) {
    return OFFICES.stream().anyMatch(person::is);
  }

  /// Throws 403 when the unit is another one.
  static void requireUnit(Person person, String unit) {
    if (!isEverywhere(person) && !person.organisation().equals(unit)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
  }

  /// The root that a statement is about: no entity stands more than one step below its root.
  static String unit(Statement said) {
    return said.parent() == null ? said.code() : Objects.requireNonNull(said.parent());
  }
}
