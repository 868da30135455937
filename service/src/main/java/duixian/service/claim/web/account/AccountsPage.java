package duixian.service.claim.web.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Accounts of one sort, the fullest first, with what undecided claims still want of them.
public record AccountsPage(String kind, String name, List<String> names, List<Row> rows) {
  public AccountsPage {
    names = List.copyOf(names);
    rows = List.copyOf(rows);
  }

  /// An account: fen, or places when `money` is false; `bound` null without a limit.
  public record Row(
      long id,
      String name,
      String key,
      boolean money,
      @Nullable Long bound,
      long reserved,
      long settled) {
    public long used() {
      return reserved + settled;
    }

    public long left() {
      return bound == null ? 0 : bound - used();
    }

    /// `near` from nine tenths on, `full` when nothing is left.
    public String colour() {
      if (bound == null) {
        return "";
      }
      return used() >= bound ? "full" : used() * 10 >= bound * 9 ? "near" : "";
    }
  }
}
