package duixian.service.audit;

import java.util.Map;
import java.util.TreeMap;

/// Who did what to which thing, with what an auditor must see. Values are strings, whole numbers,
/// booleans, lists and maps of them; personal data stays out.
public record Act(String actor, String act, String subject, Map<String, Object> detail) {
  public Act {
    detail = java.util.Collections.unmodifiableMap(new TreeMap<>(detail));
  }
}
