package duixian.service.claim.web.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One account with its grants in the order in which they came, and the claims that wait for it in
/// the order in which they compete.
public record AccountPage(AccountsPage.Row account, List<Use> uses, List<Wait> waits) {
  public AccountPage {
    uses = List.copyOf(uses);
    waits = List.copyOf(waits);
  }

  /// What a claim holds; `after` is what the account held then.
  public record Use(
      String number,
      String unit,
      String award,
      long reserved,
      long settled,
      long after,
      Instant last) {}

  /// A claim that is not decided; `gets` is what would be left for it when all ahead of it take
  /// their ceiling.
  public record Wait(
      String number,
      String unit,
      String award,
      String step,
      @Nullable Instant acceptedAt,
      long ceiling,
      long gets) {}
}
