package duixian.service.claim.web.version;

import duixian.service.claim.submission.Submission;
import duixian.service.claim.web.version.Mending.FactChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Facts and results of two snapshots side by side: what differs.
final class FactChanges {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String NOTHING = "（没有）";
  private static final String ID = "标识";
  private static final List<String> FIGURES = List.of("状态", "额度", "核定上限");

  private FactChanges() {}

  private record Place(String record, String field) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      var first = record.compareTo(other.record);
      return first != 0 ? first : field.compareTo(other.field);
    }
  }

  static List<FactChange> between(Submission earlier, Submission later) {
    var before = values(earlier);
    var after = values(later);
    var places = new TreeMap<Place, String>(before);
    places.putAll(after);
    var changes = new ArrayList<FactChange>();
    for (var place : places.keySet()) {
      var old = before.getOrDefault(place, NOTHING);
      var now = after.getOrDefault(place, NOTHING);
      if (!old.equals(now)) {
        changes.add(new FactChange(place.record(), place.field(), old, now));
      }
    }
    return changes;
  }

  /// State, figure and ceiling, in yuan, where the two results differ.
  static List<FactChange> results(Submission earlier, Submission later) {
    var before = JSON.readTree(earlier.result());
    var after = JSON.readTree(later.result());
    return FIGURES.stream()
        .map(name -> new FactChange("机器核对", name, word(before.path(name)), word(after.path(name))))
        .filter(change -> !change.before().equals(change.after()))
        .toList();
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
        values.put(new Place(name, field.getKey()), word(field.getValue()));
      }
    }
  }

  private static String word(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return NOTHING;
    }
    return value.isBoolean() ? value.asBoolean() ? "是" : "否" : value.asString();
  }
}
