package duixian.service.claim.room;

import duixian.policy.eval.Allowance;
import duixian.policy.value.Money;
import duixian.service.budget.Account;
import duixian.service.budget.Accounts;
import duixian.service.budget.Booking;
import duixian.service.claim.Claim;
import duixian.service.claim.submission.Snapshot;
import duixian.service.claim.submission.Submissions;
import duixian.service.database.Found;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Shows before a decision what it would use up and whom it would cut.
public class Rooms {
  private final JdbcClient jdbc;
  private final Submissions submissions;
  private final Accounts accounts;

  Rooms(JdbcClient jdbc, Submissions submissions, Accounts accounts) {
    this.jdbc = jdbc;
    this.submissions = submissions;
    this.accounts = accounts;
  }

  public List<Room> of(Claim claim) {
    return submissions.allowances(claim.matter()).stream()
        .map(allowance -> room(claim, allowance))
        .toList();
  }

  /// The most that can be granted now: the figure, or what the tightest account leaves; zero when a
  /// place is gone or the claim is not payable.
  public Money ceiling(Claim claim) {
    var figure = claim.figure();
    var most = figure == null ? 0 : figure;
    for (var room : of(claim)) {
      most =
          switch (room.allowance().kind()) {
            case FEN -> Math.min(most, room.left());
            case PLACES -> room.left() == 0 ? 0 : most;
          };
    }
    return new Money(most);
  }

  private Room room(Claim claim, Allowance allowance) {
    var key = Snapshot.key(allowance);
    var kind =
        switch (allowance.kind()) {
          case FEN -> Booking.Kind.CAP;
          case PLACES -> Booking.Kind.PLACES;
        };
    var used = accounts.find(kind, allowance.name(), key).map(Account::used).orElse(0L);
    return new Room(allowance, key, used, rivals(claim, allowance.name(), key));
  }

  private List<Room.Rival> rivals(Claim claim, String name, String key) {
    return Found.all(
        jdbc.sql(
                """
                SELECT c.id AS claim, c.number, c.unit, coalesce(c.ceiling, 0) AS ceiling
                FROM submission_allowance a
                JOIN claim c ON c.id = a.claim AND c.version = a.version
                JOIN procedure_step s ON s.procedure = c.procedure AND s.step = c.step
                WHERE a.name = :name AND a.key = :key AND c.id <> :claim
                  AND s.kind IN ('single', 'parallel', 'experts', 'site', 'decision', 'correction')
                ORDER BY c.accepted_at NULLS LAST, c.number
                """)
            .param("name", name)
            .param("key", key)
            .param("claim", claim.id())
            .query(Room.Rival.class));
  }
}
