package duixian.policy.columns.pass;

import duixian.policy.columns.plan.Assumptions;
import duixian.policy.facts.Facts;
import duixian.policy.model.Run;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The years and days of a run.
///
/// Each year that a record has or an award may have gets a *rank* from 0; every other year shares
/// the last rank, where no record is. An *epoch* is the time between two dated revisions.
public final class Calendar {
  private final int[] years;
  private final int first;
  private final int[] rankByYear;
  private final long[] ends;
  private final long[] changes;
  private final long effective;
  private final long expires;
  private final long assessed;
  private final int[] yearByDay;
  private final int[] dayRanks;
  private final int effectiveYear;

  private Calendar(Run run, int[] years, long[] changes) {
    this.years = years;
    this.changes = changes;
    this.first = years[0];
    this.rankByYear = ranks(years);
    this.ends =
        IntStream.of(years).mapToLong(year -> LocalDate.of(year, 12, 31).toEpochDay()).toArray();
    this.effective = run.policy().effective().toEpochDay();
    this.expires = run.policy().expires().toEpochDay();
    this.assessed = run.day().toEpochDay();
    this.effectiveYear = run.policy().effective().getYear();
    this.yearByDay = yearByDay(run.policy().effective(), run.policy().expires());
    this.dayRanks = Arrays.stream(yearByDay).map(this::rank).toArray();
  }

  public static Calendar of(Run run, Facts facts, long[] changes) {
    var policy = run.policy();
    var ofPolicy = IntStream.rangeClosed(policy.effective().getYear(), policy.expires().getYear());
    var ofRun = IntStream.of(run.day().getYear());
    var ofRecords =
        facts.tables().stream().flatMapToInt(table -> IntStream.of(table.distinctYears()));
    var years = IntStream.concat(IntStream.concat(ofPolicy, ofRun), ofRecords).sorted().distinct();
    return new Calendar(run, years.toArray(), changes);
  }

  /// How many cells a value by year has: one per known year and one for all others.
  public int slots() {
    return years.length + 1;
  }

  public int year(int rank) {
    return years[rank];
  }

  /// The first year that is known, for [#ranks].
  public int first() {
    return first;
  }

  /// Ranks from the first known year to the last, for loops; not to be written.
  public int[] ranks() {
    return rankByYear;
  }

  /// The rank of each day from [#effective] to [#expires], for loops; not to be written.
  public int[] dayRanks() {
    return dayRanks;
  }

  public int rank(int year) {
    var offset = year - first;
    return Integer.compareUnsigned(offset, rankByYear.length) < 0
        ? rankByYear[offset]
        : years.length;
  }

  public int yearOf(long day) {
    var offset = day - effective;
    return offset >= 0 && offset < yearByDay.length
        ? yearByDay[(int) offset]
        : LocalDate.ofEpochDay(day).getYear();
  }

  /// The day on which a yearly record is valued: the last of its year, never later than the day of
  /// assessment.
  public long lastDay(int year) {
    return Math.min(endOfYear(year), assessed);
  }

  /// The day on which an award without a date of its own is valued.
  public long lastDay() {
    return Math.min(assessed, expires);
  }

  /// 31 December of a year that is known or may have rows.
  public long endOfYear(int year) {
    var rank = rank(year);
    return rank < ends.length ? ends[rank] : LocalDate.of(year, 12, 31).toEpochDay();
  }

  public int epochs() {
    return changes.length + 1;
  }

  /// The first day of an epoch that is not the first.
  public LocalDate firstDay(int epoch) {
    return LocalDate.ofEpochDay(changes[epoch - 1]);
  }

  public int epoch(long day) {
    var epoch = 0;
    while (epoch < changes.length && day >= changes[epoch]) {
      epoch++;
    }
    return epoch;
  }

  /// The epoch in which records of a year are valued.
  public int epochOfRank(int rank) {
    return changes.length == 0 || rank == years.length ? 0 : epoch(lastDay(years[rank]));
  }

  public long effective() {
    return effective;
  }

  public long expires() {
    return expires;
  }

  public long assessed() {
    return assessed;
  }

  /// How many days after [#effective] a row may lie at most.
  public long days() {
    return Math.max(0, lastDay() - effective);
  }

  /// How many years after [#effectiveYear] a row may lie at most.
  public int years() {
    return Math.max(0, Math.min(expiryYear(), assessedYear()) - effectiveYear);
  }

  /// Whether the facts are as a swift loop assumes.
  public boolean allows(Assumptions assumptions, Facts facts) {
    return assumptions.hold(
        facts, effective, lastDay(), effectiveYear, Math.min(expiryYear(), assessedYear()));
  }

  public int effectiveYear() {
    return effectiveYear;
  }

  public int expiryYear() {
    return yearOf(expires);
  }

  public int assessedYear() {
    return yearOf(assessed);
  }

  private static int[] ranks(int[] years) {
    var span = (long) years[years.length - 1] - years[0] + 1;
    if (span > 1_000_000) {
      throw new IllegalArgumentException("years must lie close together, spanned " + span);
    }
    var ranks = new int[(int) span];
    Arrays.fill(ranks, years.length);
    for (int rank = 0; rank < years.length; rank++) {
      ranks[years[rank] - years[0]] = rank;
    }
    return ranks;
  }

  private static int[] yearByDay(LocalDate from, LocalDate to) {
    var years = new int[Math.toIntExact(to.toEpochDay() - from.toEpochDay() + 1)];
    for (int year = from.getYear(); year <= to.getYear(); year++) {
      var first = Math.max(0, LocalDate.of(year, 1, 1).toEpochDay() - from.toEpochDay());
      Arrays.fill(years, (int) first, years.length, year);
    }
    return years;
  }
}
