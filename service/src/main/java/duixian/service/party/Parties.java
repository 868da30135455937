package duixian.service.party;

import duixian.service.database.Found;
import duixian.service.database.Like;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// Organisations, persons and their roles.
public class Parties {
  private final JdbcClient jdbc;
  private final Clock clock;

  Parties(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private record Row(String id, String name, String organisation) {}

  public Optional<Organisation> organisation(String id) {
    return jdbc.sql("SELECT id, kind, name, credit_code, town FROM organisation WHERE id = :id")
        .param("id", id)
        .query(Organisation.class)
        .optional();
  }

  /// Those of a kind by name, in the order of pinyin.
  public List<Organisation> organisations(String kind) {
    return Found.all(
        jdbc.sql(
                "SELECT id, kind, name, credit_code, town FROM organisation WHERE kind = :kind"
                    + " ORDER BY name, id")
            .param("kind", kind)
            .query(Organisation.class));
  }

  /// Those with a text in 标识, name or credit code; of a town unless it is empty.
  public List<Organisation> search(String text, String town, int most) {
    return Found.all(
        jdbc.sql(
                """
                SELECT id, kind, name, credit_code, town FROM organisation
                WHERE words LIKE lower(:like)
                  AND (:town = '' OR town = :town)
                ORDER BY name, id LIMIT :most
                """)
            .param("like", Like.part(text))
            .param("town", town)
            .param("most", most)
            .query(Organisation.class));
  }

  /// The name of every organisation by its id.
  Map<String, String> names() {
    return Found.all(
            jdbc.sql("SELECT id, name FROM organisation")
                .query((row, _) -> Map.entry(row.getString(1), row.getString(2))))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  public Optional<Person> person(String id) {
    return jdbc.sql("SELECT id, name, organisation FROM person WHERE id = :id")
        .param("id", id)
        .query(Row.class)
        .optional()
        .map(row -> new Person(row.id(), row.name(), row.organisation(), roles(row.id())));
  }

  /// Everybody, with the roles of today.
  public List<Person> persons() {
    var roles =
        Found.all(
                jdbc.sql(
                        "SELECT person, role FROM person_role WHERE valid_from <= :today"
                            + " AND (valid_to IS NULL OR valid_to >= :today)")
                    .param("today", LocalDate.now(clock))
                    .query((row, _) -> Map.entry(row.getString(1), Role.valueOf(row.getString(2)))))
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableSet())));
    return Found.all(
            jdbc.sql("SELECT id, name, organisation FROM person ORDER BY name, id")
                .query(Row.class))
        .stream()
        .map(row ->
            new Person(
                row.id(), row.name(), row.organisation(), roles.getOrDefault(row.id(), Set.of())))
        .toList();
  }

  /// The stored hash for signing in; empty for who cannot.
  public Optional<String> password(String person) {
    return jdbc.sql("SELECT password FROM person WHERE id = :id AND password IS NOT NULL")
        .param("id", person)
        .query(String.class)
        .optional();
  }

  @Transactional
  public void add(Organisation organisation) {
    jdbc.sql(
            "INSERT INTO organisation (id, kind, name, credit_code, town)"
                + " VALUES (:id, :kind, :name, :creditCode, :town)")
        .paramSource(organisation)
        .update();
  }

  /// A person with roles from a day on; `password` is a hash, never the word itself.
  @Transactional
  public void add(Person person, @Nullable String password, LocalDate from) {
    jdbc.sql(
            "INSERT INTO person (id, name, organisation, password)"
                + " VALUES (:id, :name, :organisation, :password)")
        .param("id", person.id())
        .param("name", person.name())
        .param("organisation", person.organisation())
        .param("password", password)
        .update();
    person.roles().forEach(role -> grant(person.id(), role, from));
  }

  @Transactional
  public void grant(String person, Role role, LocalDate from) {
    jdbc.sql("INSERT INTO person_role (person, role, valid_from) VALUES (:person, :role, :from)")
        .param("person", person)
        .param("role", role.name())
        .param("from", from)
        .update();
  }

  /// The role ends after that day; it may be granted again from a later one.
  @Transactional
  public void revoke(String person, Role role, LocalDate last) {
    jdbc.sql(
            "UPDATE person_role SET valid_to = :last WHERE person = :person AND role = :role"
                + " AND (valid_to IS NULL OR valid_to > :last)")
        .param("person", person)
        .param("role", role.name())
        .param("last", last)
        .update();
  }

  /// Replaces the hash for signing in; null shuts the account.
  @Transactional
  public void password(String person, @Nullable String hash) {
    jdbc.sql("UPDATE person SET password = :hash WHERE id = :person")
        .param("hash", hash)
        .param("person", person)
        .update();
  }

  /// Those with these ids.
  public List<Organisation> organisations(Collection<String> ids) {
    return Found.all(
        jdbc.sql("SELECT id, kind, name, credit_code, town FROM organisation WHERE id = ANY(:ids)")
            .param("ids", ids.stream().distinct().toArray(String[]::new))
            .query(Organisation.class));
  }

  /// Every unit and office by kind and name.
  public List<Organisation> organisations() {
    return Found.all(
        jdbc.sql(
                "SELECT id, kind, name, credit_code, town FROM organisation ORDER BY kind, name,"
                    + " id")
            .query(Organisation.class));
  }

  public List<Recognition> recognitions(String organisation) {
    return Found.all(
        jdbc.sql(
                "SELECT organisation, kind, document, recognised_on, valid_to FROM recognition"
                    + " WHERE organisation = :organisation ORDER BY recognised_on, id")
            .param("organisation", organisation)
            .query(Recognition.class));
  }

  @Transactional
  public void recognise(Recognition recognition, String by) {
    jdbc.sql(
            "INSERT INTO recognition (organisation, kind, document, recognised_on, valid_to,"
                + " recorded_at, recorded_by) VALUES (:organisation, :kind, :document, :on, :to,"
                + " now(), :by)")
        .param("organisation", recognition.organisation())
        .param("kind", recognition.kind())
        .param("document", recognition.document())
        .param("on", recognition.recognisedOn())
        .param("to", recognition.validTo())
        .param("by", by)
        .update();
  }

  private Set<Role> roles(String person) {
    return Found.all(
            jdbc.sql(
                    "SELECT role FROM person_role WHERE person = :person AND valid_from <= :today"
                        + " AND (valid_to IS NULL OR valid_to >= :today)")
                .param("person", person)
                .param("today", LocalDate.now(clock))
                .query(String.class))
        .stream()
        .map(Role::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }
}
