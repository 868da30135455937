package duixian.service.claim.room;

import duixian.policy.eval.Allowance;
import java.util.List;

/// What an account leaves for a claim before it is decided, and which other undecided claims want
/// it; amounts in fen, or places. `rivals` come in the order in which they compete.
public record Room(Allowance allowance, String key, long used, List<Rival> rivals) {
  public Room {
    rivals = List.copyOf(rivals);
  }

  public long left() {
    return Math.max(0, allowance.most() - used);
  }

  /// Another claim that takes from the same account, and its ceiling in fen.
  public record Rival(long claim, String number, String unit, long ceiling) {}
}
