package duixian.service.claim.web.applicant;

import duixian.service.claim.Claim;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The unit's cases by whose turn it is, newest first; `only` is the part that is paged through,
/// null for the first page of each.
public record ClaimsPage(List<Part> parts, @Nullable Turn only) {
  public ClaimsPage {
    parts = List.copyOf(parts);
  }

  /// Whose turn it is.
  public enum Turn {
    UNIT("要您办的", "Your turn"),
    OFFICE("办理中", "Under way"),
    NOBODY("已办结", "Done");

    private final String chinese;
    private final String english;

    Turn(String chinese, String english) {
      this.chinese = chinese;
      this.english = english;
    }

    public String chinese() {
      return chinese;
    }

    public String english() {
      return english;
    }

    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// A page of the cases of one turn; `found` counts all pages.
  public record Part(Turn turn, List<Row> rows, int found, int page, int pages) {
    private static final int FEW = 12;

    public Part {
      rows = List.copyOf(rows);
    }

    /// Few enough to stand open.
    public boolean isShort() {
      return found <= FEW;
    }
  }

  /// A case with the last day of its step (`—` without a clock) and the clock's colour.
  public record Row(Claim claim, String due, String clock) {}
}
