package duixian.service.party.web;

import duixian.service.party.Organisation;
import duixian.service.party.Role;
import java.util.List;
import java.util.Set;

/// Users and their roles, no personal data; `complaints` say why an import was not taken.
public record PeoplePage(
    String text,
    List<Row> rows,
    List<Role> roles,
    List<Organisation> units,
    List<String> complaints) {
  public PeoplePage {
    rows = List.copyOf(rows);
    roles = List.copyOf(roles);
    units = List.copyOf(units);
    complaints = List.copyOf(complaints);
  }

  public record Row(String id, String name, String organisation, Set<Role> roles) {
    public Row {
      roles = Set.copyOf(roles);
    }
  }
}
