package duixian.service.demo;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// How far the story is told. A turn and the place after it are one transaction, so that a kill
/// leaves no turn half told and none is told twice.
final class Bookmark {
  private final JdbcClient jdbc;
  private final TransactionTemplate whole;

  Bookmark(JdbcClient jdbc, TransactionTemplate whole) {
    this.jdbc = jdbc;
    this.whole = whole;
  }

  /// The turn that comes next. Rounds and turns count from 0; wave 0 opens the cases of a round.
  record Place(int round, int wave, int turn) {
    static final Place FIRST = new Place(0, 0, 0);
  }

  Place place() {
    return jdbc.sql("SELECT round, wave, turn FROM story")
        .query(Place.class)
        .optional()
        .orElse(Place.FIRST);
  }

  void tell(Runnable turn, Place next) {
    whole.executeWithoutResult(_ -> {
      turn.run();
      // A turn that the disk never saw is told again: nobody need wait for the disk.
      jdbc.sql(
              """
              INSERT INTO story (round, wave, turn)
              SELECT :round, :wave, :turn FROM set_config('synchronous_commit', 'off', true)
              ON CONFLICT (only_row) DO UPDATE
                SET round = excluded.round, wave = excluded.wave, turn = excluded.turn
              """)
          .param("round", next.round())
          .param("wave", next.wave())
          .param("turn", next.turn())
          .update();
    });
  }
}
