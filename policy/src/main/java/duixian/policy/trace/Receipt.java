package duixian.policy.trace;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What a run was: the policy's name and version, the day, the choice at every switch, and digests
/// (SHA-256, hex) of facts and result. Whoever has policy and facts can repeat the run and compare.
public record Receipt(
    String policy,
    String version,
    LocalDate day,
    Map<String, String> readings,
    String facts,
    String result,
    long rows) {
  public Receipt {
    readings = Collections.unmodifiableSortedMap(new TreeMap<>(readings));
  }
}
