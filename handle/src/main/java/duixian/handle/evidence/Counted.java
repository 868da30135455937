package duixian.handle.evidence;

import duixian.handle.store.Event;

/// The kinds of counters: events of changes from 0, answers from 32, answers within a burst from
/// 64.
final class Counted {
  private static final int ANSWERS = 32;
  private static final int BURST = 32;

  private Counted() {}

  static int of(Event event) {
    return event.code();
  }

  static int of(Answer answer, boolean burst) {
    return of(answer.code(), burst);
  }

  static int of(int answer, boolean burst) {
    return ANSWERS + answer + (burst ? BURST : 0);
  }

  /// What a reader of a report calls this kind.
  static String label(int what) {
    if (what < ANSWERS) {
      return Event.of(what).label();
    }
    var answer = Answer.of(what & 15);
    return what < ANSWERS + BURST ? answer.label() : answer.label() + "（突发，另计）";
  }
}
