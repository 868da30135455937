package duixian.service.access;

import duixian.service.party.Person;
import duixian.service.party.Role;
import java.util.List;
import java.util.Set;

/// A row of the table of rights: who may open the paths of a pattern. `everybody` needs no sign-in,
/// `roles` empty without it: whoever is signed in.
record Right(String pattern, boolean everybody, Set<Role> roles) {
  Right {
    roles = Set.copyOf(roles);
  }

  static Right open(String pattern) {
    return new Right(pattern, true, Set.of());
  }

  static Right signedIn(String pattern) {
    return new Right(pattern, false, Set.of());
  }

  static Right only(String pattern, Role... roles) {
    return new Right(pattern, false, Set.copyOf(List.of(roles)));
  }

  boolean allows(Person person) {
    return everybody || roles.isEmpty() || roles.stream().anyMatch(person::is);
  }
}
