package duixian.service.claim.web.applicant;

import duixian.service.claim.Submission;
import duixian.service.claim.web.applicant.ClaimPage.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a resubmission changed: facts of two snapshots side by side.
final class Versions {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String NOTHING = "（没有）";
  private static final String ID = "标识";

  private Versions() {}

  private record Place(String record, String field) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      var first = record.compareTo(other.record);
      return first != 0 ? first : field.compareTo(other.field);
    }
  }

  /// Empty with fewer than two versions.
  static List<Change> between(List<Submission> submissions) {
    if (submissions.size() < 2) {
      return List.of();
    }
    var before = values(submissions.get(submissions.size() - 2));
    var after = values(submissions.getLast());
    var places = new TreeMap<Place, String>(before);
    places.putAll(after);
    var changes = new ArrayList<Change>();
    for (var place : places.keySet()) {
      var old = before.getOrDefault(place, NOTHING);
      var now = after.getOrDefault(place, NOTHING);
      if (!old.equals(now)) {
        changes.add(new Change(place.record(), place.field(), old, now));
      }
    }
    return changes;
  }

  private static Map<Place, String> values(Submission submission) {
    var values = new TreeMap<Place, String>();
    for (var table : JSON.readTree(submission.facts()).properties()) {
      for (var record : table.getValue()) {
        record(table.getKey() + " " + record.get(ID).asString(), record, values);
      }
    }
    return values;
  }

  private static void record(String name, JsonNode record, Map<Place, String> values) {
    for (var field : record.properties()) {
      if (!field.getKey().equals(ID)) {
        values.put(new Place(name, field.getKey()), field.getValue().asString());
      }
    }
  }
}
