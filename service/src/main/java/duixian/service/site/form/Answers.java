package duixian.service.site.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What the last forms of one session came to, by fingerprint; for any number of threads. Holds at
/// most a hundred, and those under way.
final class Answers {
  private static final int MOST = 100;

  private final Map<String, Turn> turns = new LinkedHashMap<>();

  /// Those who hand in the same take turns. A turn is left when the request is answered.
  static final class Turn {
    private final String fingerprint;
    private final ReentrantLock lock = new ReentrantLock(true);
    private int present;
    private Once.@Nullable Acted acted;

    private Turn(String fingerprint) {
      this.fingerprint = fingerprint;
    }

    /// What an earlier one came to; null for who has to act.
    Once.@Nullable Acted await() {
      lock.lock();
      return acted;
    }

    /// Null when nothing was done; then the next in turn may.
    void answer(Once.@Nullable Acted outcome) {
      acted = outcome;
    }
  }

  synchronized Turn turn(String fingerprint) {
    var turn = turns.computeIfAbsent(fingerprint, Turn::new);
    turn.present++;
    return turn;
  }

  synchronized void leave(Turn turn) {
    turn.present--;
    if (turn.present == 0 && turn.acted == null) {
      turns.remove(turn.fingerprint);
    }
    turn.lock.unlock();
    var eldest = turns.values().iterator();
    while (turns.size() > MOST && eldest.hasNext()) {
      if (eldest.next().present == 0) {
        eldest.remove();
      }
    }
  }
}
