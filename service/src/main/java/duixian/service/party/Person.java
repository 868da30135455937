package duixian.service.party;

import java.util.Set;

/// Somebody who signs in, with the roles held today.
public record Person(String id, String name, String organisation, Set<Role> roles) {
  /// The program itself, when a date or a file makes something happen.
  public static final Person SYSTEM = new Person("system", "系统", "", Set.of(Role.SYSTEM));

  public Person {
    roles = Set.copyOf(roles);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }
}
