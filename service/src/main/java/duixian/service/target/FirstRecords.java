package duixian.service.target;

import duixian.service.fact.FactLoader;
import duixian.service.fact.FactStore;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionalEventListener;

/// Begins to count as soon as there are records; later changes wait for a reader.
class FirstRecords {
  private final Board board;
  private final Courses courses;
  private volatile boolean counted;

  FirstRecords(Board board, Courses courses) {
    this.board = board;
    this.courses = courses;
  }

  @Async
  @TransactionalEventListener
  public void changed(FactStore.UnitChanged unit) {
    count();
  }

  @Async
  @TransactionalEventListener
  public void loaded(FactLoader.Loaded files) {
    count();
  }

  private void count() {
    if (!counted) {
      counted = board.now() != null;
      courses.lines();
    }
  }
}
