package duixian.service.claim;

import duixian.policy.value.Money;
import duixian.service.audit.AuditLog;
import duixian.service.audit.UntilNextAct;
import duixian.service.database.Found;
import duixian.service.database.Like;
import duixian.service.party.Person;
import duixian.service.party.Role;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Finds cases and their history. Changing them is for [Proceedings].
public class Claims {
  /// The newest cases from there that a person may see.
  private static final String NEWEST =
      """
      SELECT c.* FROM claim c %s
      WHERE c.id < :before AND (:step = '' OR c.step = :step)
        AND (:all OR EXISTS (SELECT FROM task t WHERE t.claim = c.id
          AND (t.person = :person OR (t.person IS NULL AND t.role = ANY(:roles)
            AND (t.organisation IS NULL OR t.organisation = :organisation)))))
      ORDER BY c.id DESC LIMIT :size
      """;

  /// Few are looked up one by one; of many some are soon found among the newest.
  private static final String OF_FEW =
      NEWEST.formatted(
          """
          JOIN (SELECT id FROM claim WHERE id = ANY(:named)
            UNION SELECT id FROM claim WHERE unit = ANY(:units)) n ON n.id = c.id
          """);

  private static final String OF_MANY =
      "SELECT c.* FROM ((%s) UNION (%s)) c ORDER BY c.id DESC LIMIT :size"
          .formatted(
              NEWEST.formatted("JOIN claim_words w ON w.claim = c.id AND w.words LIKE :like"),
              NEWEST.formatted(
                  "JOIN organisation o ON o.id = c.unit AND o.words LIKE lower(:like)"));

  private static final String NAMED =
      "SELECT claim FROM claim_words WHERE words LIKE :like LIMIT :most";
  private static final String UNITS =
      "SELECT id FROM organisation WHERE words LIKE lower(:like) LIMIT :most";
  private static final int FEW = 300;

  private final JdbcClient jdbc;
  private final UntilNextAct<List<Year>> years;
  private final UntilNextAct<List<AtStep>> steps;

  Claims(JdbcClient jdbc, AuditLog log) {
    this.jdbc = jdbc;
    this.years = new UntilNextAct<>(log, this::addedByYear);
    this.steps = new UntilNextAct<>(log, this::addedBySteps);
  }

  /// How many claims stand at a step, and what they were granted.
  public record AtStep(String step, long count, @Nullable Long granted) {
    public Money money() {
      return new Money(granted == null ? 0 : granted);
    }
  }

  /// What was granted and paid of the claims decided in a calendar year, in fen.
  public record Year(int year, long count, long granted, long paid) {}

  /// By year of decision, oldest first.
  public List<Year> grantedByYear() {
    return years.value();
  }

  /// A range of the index for each year: half the work of asking every row for its year.
  private List<Year> addedByYear() {
    return Found.all(
        jdbc.sql(
                """
                SELECT y.year, s.count, s.granted, s.paid
                FROM (SELECT generate_series(
                    extract(year FROM min(decided_at) AT TIME ZONE 'Asia/Shanghai')::int,
                    extract(year FROM max(decided_at) AT TIME ZONE 'Asia/Shanghai')::int) AS year
                  FROM claim WHERE granted IS NOT NULL) y
                CROSS JOIN LATERAL (SELECT count(*) AS count, sum(granted)::bigint AS granted,
                    coalesce(sum(granted) FILTER (WHERE paid_at IS NOT NULL), 0)::bigint AS paid
                  FROM claim WHERE granted IS NOT NULL AND step <> '已追回'
                    AND decided_at >= make_timestamptz(y.year, 1, 1, 0, 0, 0, 'Asia/Shanghai')
                    AND decided_at < make_timestamptz(y.year + 1, 1, 1, 0, 0, 0, 'Asia/Shanghai')) s
                WHERE s.count > 0 ORDER BY y.year
                """)
            .query(Year.class));
  }

  public Optional<Claim> find(long id) {
    return jdbc.sql("SELECT * FROM claim WHERE id = :id")
        .param("id", id)
        .query(Columns::claim)
        .optional();
  }

  public Optional<Claim> find(String number) {
    return jdbc.sql("SELECT * FROM claim WHERE number = :number")
        .param("number", number)
        .query(Columns::claim)
        .optional();
  }

  /// Empty also when the reader may not see it.
  public Optional<Claim> find(String number, Person reader) {
    return find(number).filter(claim -> isVisible(claim, reader));
  }

  /// Throws [Refusal] when there is none.
  public Claim claim(long id) {
    return find(id).orElseThrow(() -> new Refusal("没有这件申报"));
  }

  public List<Claim> ofUnit(String unit) {
    return Found.all(
        jdbc.sql("SELECT * FROM claim WHERE unit = :unit ORDER BY id DESC")
            .param("unit", unit)
            .query(Columns::claim));
  }

  public List<Claim> at(String step) {
    return at(step, Integer.MAX_VALUE);
  }

  /// The oldest of those at a step.
  public List<Claim> at(String step, int most) {
    return Found.all(
        jdbc.sql("SELECT * FROM claim WHERE step = :step ORDER BY id LIMIT :most")
            .param("step", step)
            .param("most", most)
            .query(Columns::claim));
  }

  /// Those with these ids, by id.
  public List<Claim> all(Collection<Long> ids) {
    return Found.all(
        jdbc.sql("SELECT * FROM claim WHERE id = ANY(:ids) ORDER BY id")
            .param("ids", ids.toArray(Long[]::new))
            .query(Columns::claim));
  }

  /// What that person may see, newest first: of a step and with a text in number, award or unit;
  /// empty stands for any.
  public List<Claim> search(Person reader, String step, String text, int size, long before) {
    var any = text.isEmpty();
    var like = Like.part(text);
    var named = any ? List.<Long>of() : some(NAMED, like, Long.class);
    var units = any ? List.<String>of() : some(UNITS, like, String.class);
    var among = named.size() > FEW || units.size() > FEW ? OF_MANY : OF_FEW;
    return Found.all(
        jdbc.sql(any ? NEWEST.formatted("") : among)
            .param("named", named.toArray(Long[]::new))
            .param("units", units.toArray(String[]::new))
            .param("before", before)
            .param("step", step)
            .param("like", like)
            .param("all", seesAll(reader))
            .param("person", reader.id())
            .param("roles", reader.roles().stream().map(Role::name).toArray(String[]::new))
            .param("organisation", reader.organisation())
            .param("size", size)
            .query(Columns::claim));
  }

  /// One more than few at most.
  private <T> List<T> some(String sql, String like, Class<T> type) {
    return Found.all(jdbc.sql(sql).param("like", like).param("most", FEW + 1).query(type));
  }

  /// A case that holds a file.
  public record Kept(Claim claim, String name, String evidence) {}

  /// Cases with a file whose SHA-256 begins so, lower case, newest first.
  public List<Kept> holding(String hash, int most) {
    return Found.all(
        jdbc.sql(
                """
                SELECT c.*, f.name, f.evidence FROM claim_file f JOIN claim c ON c.id = f.claim
                WHERE f.removed_at IS NULL AND f.evidence LIKE :hash ORDER BY c.id DESC LIMIT :most
                """)
            .param("hash", hash + "%")
            .param("most", most)
            .query((row, number) ->
                new Kept(
                    Columns.claim(row, number), row.getString("name"), row.getString("evidence"))));
  }

  /// Which of these have a text in number, award, object or the name of the unit.
  public Set<Long> naming(String text, Collection<Long> ids) {
    return Set.copyOf(
        Found.all(
            jdbc.sql(
                    """
                    SELECT c.id FROM claim c JOIN organisation o ON o.id = c.unit
                    WHERE c.id = ANY(:ids) AND position(:text IN c.number || ' ' || c.award || ' '
                      || o.name || ' ' || c.entity || ' ' || c.object) > 0
                    """)
                .param("ids", ids.toArray(Long[]::new))
                .param("text", text)
                .query(Long.class)));
  }

  /// A page of all claims, newest first.
  public List<Claim> page(int size, long before) {
    return Found.all(
        jdbc.sql("SELECT * FROM claim WHERE id < :before ORDER BY id DESC LIMIT :size")
            .param("before", before)
            .param("size", size)
            .query(Columns::claim));
  }

  /// A page of those granted in a calendar year and not recovered, newest first.
  public List<Claim> granted(int year, int size, long before) {
    return Found.all(
        jdbc.sql(
                """
                SELECT * FROM claim
                WHERE granted IS NOT NULL AND step <> '已追回' AND id < :before
                  AND extract(year FROM decided_at AT TIME ZONE 'Asia/Shanghai') = :year
                ORDER BY id DESC LIMIT :size
                """)
            .param("year", year)
            .param("size", size)
            .param("before", before)
            .query(Columns::claim));
  }

  public List<AtStep> bySteps() {
    return steps.value();
  }

  /// None when nothing stands there.
  public AtStep sum(String step) {
    return bySteps().stream()
        .filter(one -> one.step().equals(step))
        .findFirst()
        .orElse(new AtStep(step, 0, null));
  }

  private List<AtStep> addedBySteps() {
    return Found.all(
        jdbc.sql(
                "SELECT step, count(*) AS count, sum(granted)::bigint AS granted FROM claim"
                    + " GROUP BY step ORDER BY step")
            .query(AtStep.class));
  }

  public List<Event> history(long claim) {
    return Found.all(
        jdbc.sql("SELECT * FROM claim_event WHERE claim = :claim ORDER BY id")
            .param("claim", claim)
            .query(Event.class));
  }

  /// Claims that wait for a decision in the order in which they compete: accepted first, then
  /// number.
  public List<Claim> undecided() {
    return Found.all(
        jdbc.sql(
                """
                SELECT c.* FROM claim c JOIN procedure_step s ON s.procedure = c.procedure AND s.step = c.step
                WHERE s.kind IN ('single', 'parallel', 'experts', 'site', 'decision')
                ORDER BY accepted_at NULLS LAST, number
                """)
            .query(Columns::claim));
  }

  /// Whether the person may see the case at all.
  public boolean isVisible(Claim claim, Person person) {
    if (person.is(Role.APPLICANT) && claim.unit().equals(person.organisation())) {
      return true;
    }
    if (seesAll(person)) {
      return true;
    }
    return jdbc.sql(
                """
                SELECT count(*) FROM task WHERE claim = :claim
                  AND (person = :person OR (person IS NULL AND role = ANY(:roles)
                    AND (organisation IS NULL OR organisation = :organisation)))
                """)
            .param("claim", claim.id())
            .param("person", person.id())
            .param("roles", person.roles().stream().map(Role::name).toArray(String[]::new))
            .param("organisation", person.organisation())
            .query(Long.class)
            .single()
        > 0;
  }

  private static boolean seesAll(Person person) {
    return person.is(Role.SUPERVISOR)
        || person.is(Role.LEADER)
        || person.is(Role.REVIEWER)
        || person.is(Role.FINANCE);
  }

  /// Holds the row until the transaction ends, so that acts on a case come one after another.
  Claim lock(long id) {
    return jdbc.sql("SELECT * FROM claim WHERE id = :id FOR UPDATE")
        .param("id", id)
        .query(Columns::claim)
        .optional()
        .orElseThrow(() -> new Refusal("没有这件申报"));
  }
}
