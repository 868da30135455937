package duixian.service.claim.web.setting;

import duixian.service.parameter.Parameters;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Settings by key and day; of two for one day the later one counts.
final class Dated {
  private final Map<String, NavigableMap<LocalDate, Parameters.Setting>> settings = new HashMap<>();

  /// In the order in which they were recorded.
  Dated(List<Parameters.Setting> history) {
    for (var one : history) {
      settings.computeIfAbsent(one.key(), _ -> new TreeMap<>()).put(one.validFrom(), one);
    }
  }

  /// What holds on that day; null where nothing was set.
  Parameters.@Nullable Setting on(String key, LocalDate day) {
    var known = settings.get(key);
    var entry = known == null ? null : known.floorEntry(day);
    return entry == null ? null : entry.getValue();
  }

  /// Whether just that holds from just that day.
  boolean has(String key, long value, LocalDate from) {
    var set = on(key, from);
    return set != null && set.validFrom().equals(from) && set.value() == value;
  }
}
