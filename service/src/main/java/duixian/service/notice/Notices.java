package duixian.service.notice;

import duixian.policy.value.Money;
import duixian.service.audit.Act;
import duixian.service.audit.AuditLog;
import duixian.service.claim.Claim;
import duixian.service.claim.Claims;
import duixian.service.claim.Proceedings;
import duixian.service.claim.Refusal;
import duixian.service.database.Found;
import duixian.service.database.Like;
import duixian.service.party.Organisation;
import duixian.service.party.Parties;
import duixian.service.party.Person;
import duixian.service.party.Role;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Publishes decided claims and lets them go on when the days are over.
public class Notices {
  static final int DAYS = 7;
  private static final String STEP = "公示";

  /// What may be a part of a case's number.
  private static final Pattern NUMBER = Pattern.compile("[0-9-]+");

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Claims claims;
  private final Proceedings proceedings;
  private final Parties parties;
  private final AuditLog audit;
  private final TransactionTemplate alone;

  Notices(
      JdbcClient jdbc,
      Clock clock,
      Claims claims,
      Proceedings proceedings,
      Parties parties,
      AuditLog audit,
      TransactionTemplate alone) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.claims = claims;
    this.proceedings = proceedings;
    this.parties = parties;
    this.audit = audit;
    this.alone = alone;
  }

  /// A published list; both days count.
  public record Notice(
      long id, String title, LocalDate opens, LocalDate closes, @Nullable Long corrects) {}

  /// A line as the public sees it, amount in fen. `held` while an objection is open.
  public record Line(
      long notice,
      long claim,
      String number,
      String payee,
      String award,
      long granted,
      @Nullable Instant releasedAt,
      boolean held) {
    public Money money() {
      return new Money(granted);
    }
  }

  public List<Notice> all() {
    return newest(Integer.MAX_VALUE);
  }

  public List<Notice> newest(int most) {
    return page(most, Long.MAX_VALUE);
  }

  /// How many lists were published in a year.
  public int published(int year) {
    return jdbc.sql("SELECT count(*) FROM notice WHERE extract(year FROM opens) = :year")
        .param("year", year)
        .query(Integer.class)
        .single();
  }

  /// The newest of those before one.
  public List<Notice> page(int size, long before) {
    return Found.all(
        jdbc.sql(
                "SELECT id, title, opens, closes, corrects FROM notice WHERE id < :before"
                    + " ORDER BY id DESC LIMIT :size")
            .param("before", before)
            .param("size", size)
            .query(Notice.class));
  }

  /// A notice that has a text in its title or in a line; `line` is the first such line.
  public record Mention(long id, String title, LocalDate opens, LocalDate closes, String line) {}

  /// Newest first; what the public sees of notices and nothing else is searched.
  public List<Mention> search(String text, int most) {
    return Found.all(
        jdbc.sql(
                """
                WITH line AS MATERIALIZED (
                  SELECT DISTINCT notice FROM notice_line WHERE payee || ' ' || award LIKE :like
                ), numbered AS MATERIALIZED (
                  SELECT DISTINCT l.notice FROM claim_words w
                    JOIN claim c ON c.id = w.claim AND c.number LIKE :like
                    JOIN notice_line l ON l.claim = c.id
                  WHERE :numeric AND w.words LIKE :like
                ), found AS (
                  SELECT notice FROM line UNION SELECT notice FROM numbered
                  UNION SELECT id FROM notice WHERE title LIKE :like)
                SELECT n.id, n.title, n.opens, n.closes,
                  coalesce((SELECT c.number || ' ' || l.payee || ' ' || l.award
                    FROM notice_line l JOIN claim c ON c.id = l.claim
                    WHERE l.notice = n.id
                      AND (l.payee || ' ' || l.award LIKE :like OR c.number LIKE :like)
                    ORDER BY l.claim LIMIT 1), '') AS line
                FROM found JOIN notice n ON n.id = found.notice
                ORDER BY n.id DESC LIMIT :most
                """)
            .param("like", Like.part(text))
            .param("numeric", NUMBER.matcher(text).matches())
            .param("most", most)
            .query(Mention.class));
  }

  /// How many lines a list has, and what they add up to in fen.
  public record Sum(long notice, int lines, long granted) {}

  /// By the number of the notice.
  public Map<Long, Sum> sums(Collection<Long> notices) {
    return Found.all(
            jdbc.sql(
                    "SELECT notice, count(*) AS lines, sum(granted)::bigint AS granted"
                        + " FROM notice_line WHERE notice = ANY(:notices) GROUP BY notice")
                .param("notices", notices.toArray(Long[]::new))
                .query(Sum.class))
        .stream()
        .collect(Collectors.toMap(Sum::notice, Function.identity()));
  }

  public Optional<Notice> find(long id) {
    return jdbc.sql("SELECT id, title, opens, closes, corrects FROM notice WHERE id = :id")
        .param("id", id)
        .query(Notice.class)
        .optional();
  }

  public List<Line> lines(long notice) {
    return Found.all(
        jdbc.sql(
                """
                SELECT l.notice, l.claim, c.number, l.payee, l.award, l.granted, l.released_at,
                  EXISTS (SELECT FROM objection o WHERE o.notice = l.notice AND o.claim = l.claim
                    AND o.settled_at IS NULL) AS held
                FROM notice_line l JOIN claim c ON c.id = l.claim
                WHERE l.notice = :notice ORDER BY c.number
                """)
            .param("notice", notice)
            .query(Line.class));
  }

  /// Claims at 公示 that no list shows with the amount granted.
  public List<Claim> waiting() {
    return Found.all(
        jdbc.sql(
                """
                SELECT c.* FROM claim c WHERE c.step = :step
                  AND NOT EXISTS (SELECT FROM notice_line l WHERE l.claim = c.id AND l.granted = c.granted
                    AND NOT EXISTS (SELECT FROM objection o WHERE o.notice = l.notice
                      AND o.claim = l.claim AND o.upheld))
                ORDER BY c.id
                """)
            .param("step", STEP)
            .query(Claim.class));
  }

  /// Publishes them from today on for seven natural days; a claim decided again after an objection
  /// makes the list a correction. Throws Refusal when one of them does not wait for it.
  @Transactional
  public Notice publish(String title, List<Long> which, Person by) {
    if (!by.is(Role.REVIEWER)) {
      throw new Refusal("公示由业务科室发布");
    }
    if (which.isEmpty()) {
      throw new Refusal("没有选择要公示的申报");
    }
    var waiting = waiting().stream().map(Claim::id).toList();
    if (!waiting.containsAll(which)) {
      throw new Refusal("所选的申报里有不在待公示之列的，请刷新后再选");
    }
    var today = LocalDate.now(clock);
    var notice =
        jdbc.sql(
                """
                INSERT INTO notice (title, opens, closes, corrects, published_at, published_by)
                VALUES (:title, :opens, :closes,
                  (SELECT max(notice) FROM notice_line WHERE claim = ANY(:claims)), :at, :by)
                RETURNING id, title, opens, closes, corrects
                """)
            .param("title", title)
            .param("opens", today)
            .param("closes", today.plusDays(DAYS))
            .param("claims", which.toArray(Long[]::new))
            .param("at", Timestamp.from(clock.instant()))
            .param("by", by.id())
            .query(Notice.class)
            .single();
    which.forEach(id -> line(notice, claims.claim(id)));
    audit.record(
        new Act(
            by.id(),
            "发布公示",
            "公示 " + notice.id(),
            Map.of("title", title, "closes", notice.closes().toString(), "claims", which)));
    return notice;
  }

  /// Lets every line go on whose days are over and that nobody objects to; answers how many did.
  public int closeDue() {
    var due =
        Found.all(
            jdbc.sql(
                    """
                    SELECT l.notice, l.claim FROM notice_line l
                    JOIN notice n ON n.id = l.notice
                    JOIN claim c ON c.id = l.claim AND c.step = :step AND c.granted = l.granted
                    WHERE n.closes < :today AND l.released_at IS NULL
                      AND NOT EXISTS (SELECT FROM objection o WHERE o.notice = l.notice
                        AND o.claim = l.claim AND (o.settled_at IS NULL OR o.upheld))
                    ORDER BY l.claim
                    """)
                .param("step", STEP)
                .param("today", LocalDate.now(clock))
                .query(Due.class));
    due.forEach(this::release);
    return due.size();
  }

  private record Due(long notice, long claim) {}

  private void release(Due due) {
    alone.executeWithoutResult(_ -> {
      jdbc.sql(
              "UPDATE notice_line SET released_at = :at"
                  + " WHERE notice = :notice AND claim = :claim")
          .param("at", Timestamp.from(clock.instant()))
          .param("notice", due.notice())
          .param("claim", due.claim())
          .update();
      proceedings.noticeEnded(due.claim());
    });
  }

  private void line(Notice notice, Claim claim) {
    var payee = parties.organisation(claim.unit()).map(Organisation::name).orElse(claim.unit());
    jdbc.sql(
            "INSERT INTO notice_line (notice, claim, payee, award, granted)"
                + " VALUES (:notice, :claim, :payee, :award, :granted)")
        .param("notice", notice.id())
        .param("claim", claim.id())
        .param("payee", payee)
        .param("award", claim.award())
        .param("granted", claim.grant().fen())
        .update();
  }
}
