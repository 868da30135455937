package duixian.service.claim.web.applicant;

import duixian.service.claim.Claim;
import duixian.service.site.Paging;
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
  }

  /// A page of the cases of one turn.
  public record Part(Turn turn, List<Row> rows, Paging paging) {
    public Part {
      rows = List.copyOf(rows);
    }
  }

  /// A case with the last day of its step (`—` without a clock) and the clock's colour.
  public record Row(Claim claim, String due, String clock) {}
}
