package duixian.service.audit;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// What takes long to add up and changes only with an act: kept until the log has grown.
///
/// An act and its entry in the log are one transaction, so a value that was read after the log had
/// some size holds everything done up to there and is true as long as the log has that size.
public final class UntilNextAct<T> {
  private final AuditLog log;
  private final Supplier<T> work;
  private volatile @Nullable Held<T> held;

  public UntilNextAct(AuditLog log, Supplier<T> work) {
    this.log = log;
    this.work = work;
  }

  private record Held<T>(long size, T value) {}

  public T value() {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      // It may see what nobody else ever will.
      return work.get();
    }
    var size = log.size();
    var known = held;
    return known != null && known.size() == size ? known.value() : again(size);
  }

  /// One works it out, and who came meanwhile takes that if it is not older than what they saw.
  private synchronized T again(long seen) {
    var known = held;
    if (known != null && known.size() >= seen) {
      return known.value();
    }
    var size = log.size();
    var value = work.get();
    held = new Held<>(size, value);
    return value;
  }
}
