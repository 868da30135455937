package duixian.handle.evidence;

import duixian.handle.evidence.Recount.Three;
import duixian.handle.store.Census;
import duixian.handle.store.Channel;
import duixian.handle.store.Event;
import duixian.handle.store.Tallies;
import java.time.Year;
import java.util.Map;

/// The figures of one calendar year (Asia/Shanghai) that article six asks for, and how they were
/// counted.
///
/// Registered are identifiers created here for the first time in the year, gross; what an
/// enterprise node reported is a figure of its own. Resolved are answers with values to outside
/// clients; the mean is over all days of the year, those without any too, rounded down.
public record YearReport(
    int year,
    Three registered,
    Three reported,
    long resolvedByCounters,
    long resolvedByLog,
    Map<Tallies.Key, Long> counters,
    Map<Tallies.Key, Three> differences,
    Map<Census.State, Long> states) {

  /// Article six: more than 100 million new registrations.
  public static final long REGISTRATIONS = 100_000_000;

  /// Article six: more than 30 thousand resolutions a day on average.
  public static final long RESOLUTIONS_A_DAY = 30_000;

  public static YearReport of(Ledger ledger, int year) {
    var recount = Recount.of(ledger, Days.first(year), Days.last(year));
    var created = Counted.of(Event.CREATED);
    var resolved = recount.sum(key -> key.what() == Counted.of(Answer.RESOLVED, false));
    return new YearReport(
        year,
        recount.sum(key -> key.what() == created && key.channel() != Channel.REPORTED),
        recount.sum(key -> key.what() == created && key.channel() == Channel.REPORTED),
        resolved.counters(),
        resolved.log(),
        recount.counters(),
        recount.differences(),
        recount.states());
  }

  public int days() {
    return Year.of(year).length();
  }

  /// Resolutions per day over all days of the year, rounded down.
  public long resolvedADay() {
    return Math.floorDiv(resolvedByLog, (long) days());
  }

  /// Whether all counts agree in every part; figures that do not are none.
  public boolean agree() {
    return differences.isEmpty() && registered.agree() && resolvedByCounters == resolvedByLog;
  }

  public boolean enoughRegistered() {
    return registered.log() > REGISTRATIONS;
  }

  /// Exact, not by the rounded mean: more than 30,000 on average.
  public boolean enoughResolved() {
    return resolvedByLog > RESOLUTIONS_A_DAY * days();
  }
}
