package duixian.bench.service;

import duixian.service.database.Database;
import duixian.service.party.Organisation;
import duixian.service.party.Parties;
import duixian.service.party.Person;
import duixian.service.party.Role;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/// The units and the few officers who sign in; everybody's password is `demo`.
final class Crowd {
  static final String PASSWORD = "demo";

  private final ApplicationContext context;

  Crowd(ApplicationContext context) {
    this.context = context;
  }

  void join(int units) throws SQLException {
    var parties = context.getBean(Parties.class);
    var password =
        Objects.requireNonNull(
            PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(PASSWORD));
    parties.add(new Organisation("镇街", "镇街", "镇街", null, null));
    parties.add(new Organisation("科室", "科室", "科室", null, null));
    var since = LocalDate.of(2021, 1, 1);
    for (var role : List.of(Role.REVIEWER, Role.LEADER, Role.FINANCE, Role.SUPERVISOR)) {
      var id = role.name().toLowerCase(java.util.Locale.ROOT) + "1";
      parties.add(new Person(id, "合成" + role.label(), "科室", Set.of(role)), password, since);
    }
    try (var connection = DriverManager.getConnection(context.getBean(Database.class).ownerUrl())) {
      try (var out = new CopyOut(connection, "organisation (id, kind, name, town)")) {
        for (int i = 1; i <= units; i++) {
          out.row(SyntheticFacts.unit(i), "平台单位", "合成平台" + i, "镇街");
        }
      }
      try (var out = new CopyOut(connection, "person (id, name, organisation, password)")) {
        for (int i = 1; i <= units; i++) {
          out.row(applicant(i), "申报人" + i, SyntheticFacts.unit(i), password);
        }
      }
      try (var out = new CopyOut(connection, "person_role (person, role, valid_from)")) {
        for (int i = 1; i <= units; i++) {
          out.row(applicant(i), "APPLICANT", since);
        }
      }
    }
  }

  static String applicant(int unit) {
    return "p%05d".formatted(unit);
  }
}
