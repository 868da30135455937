package duixian.policy.facts;

/// One thing wrong with the facts: which file, which record (标识 or position, may be empty), which
/// field (may be empty), and one Chinese sentence that says what and how to mend it.
public record Problem(String file, String record, String field, String sentence) {
  public String text() {
    var place = new StringBuilder(file);
    if (!record.isEmpty()) {
      place.append(" 记录 ").append(record);
    }
    if (!field.isEmpty()) {
      place.append(" 字段 ").append(field);
    }
    return place.append("：").append(sentence).toString();
  }
}
