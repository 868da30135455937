package duixian.service.access;

import duixian.service.party.Organisation;
import duixian.service.party.Parties;
import duixian.service.party.Person;
import duixian.service.party.Role;
import duixian.service.site.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/// Who makes a request, with the roles held today: read from the database once for each request, so
/// that a role that was taken away no longer opens anything.
class Present {
  private static final String ATTRIBUTE = Present.class.getName();

  private final Parties parties;
  private final RightsTable table;

  Present(Parties parties, RightsTable table) {
    this.parties = parties;
    this.table = table;
  }

  Optional<Person> person(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Person known) {
      return Optional.of(known);
    }
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null
        || !authentication.isAuthenticated()
        || authentication instanceof AnonymousAuthenticationToken) {
      return Optional.empty();
    }
    var person = parties.person(authentication.getName());
    person.ifPresent(one -> request.setAttribute(ATTRIBUTE, one));
    return person;
  }

  /// As the frame shows that person.
  Visitor visitor(HttpServletRequest request) {
    return person(request)
        .map(person ->
            new Visitor(
                person.name(),
                person.roles().stream().sorted().map(Role::label).collect(Collectors.joining("、")),
                parties
                    .organisation(person.organisation())
                    .map(Organisation::name)
                    .orElse(person.organisation()),
                Navigation.of(person),
                path -> table.allows(path, person)))
        .orElseGet(() -> new Visitor("", "", "", Navigation.ofEverybody(), table::isForEverybody));
  }
}
