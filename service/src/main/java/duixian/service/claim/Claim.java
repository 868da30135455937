package duixian.service.claim;

import duixian.policy.value.Money;
import duixian.service.claim.submission.Matter;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A case: one award for one object in one year. `figure` (before caps) and `ceiling` (after those
/// that bind it by itself) are of the newest submission, in fen, null unless payable; `granted` is
/// null before a decision. `unit` is who is paid, `root` the record that the object belongs to.
public record Claim(
    long id,
    String number,
    String award,
    String clause,
    String entity,
    String object,
    int year,
    String unit,
    String root,
    String procedure,
    String step,
    int version,
    int corrections,
    String raised,
    Instant openedAt,
    @Nullable Instant submittedAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant decidedAt,
    @Nullable Instant paidAt,
    @Nullable Long figure,
    @Nullable Long ceiling,
    @Nullable Long granted,
    @Nullable Integer budgetYear) {
  /// Steps where a case is over and takes nothing: the same may be asked for again (`claim_open`).
  public static final Set<String> ENDED_WITHOUT_GRANT = Set.of("不予受理", "不予支持", "已撤回", "已追回");

  public String subject() {
    return "申报 " + number;
  }

  public Matter matter() {
    return new Matter(id, number, version, award, entity, object, year, root);
  }

  /// Raised by the program from measured and recognised facts: 免申即享.
  public boolean isMatched() {
    return raised.equals("matched");
  }

  /// Throws IllegalStateException before a decision.
  public Money grant() {
    if (granted == null) {
      throw new IllegalStateException(number + " is not decided");
    }
    return new Money(granted);
  }
}
