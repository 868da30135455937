package duixian.service.claim.web.applicant;

import duixian.service.party.BankAccounts.BankAccount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a unit can have now, nearest first.
public record MinePage(
    String unit,
    List<Card> confirm,
    List<Card> payable,
    List<Card> running,
    List<Card> near,
    List<Card> open,
    List<Refused> not,
    List<BankAccount> accounts) {
  public MinePage {
    confirm = List.copyOf(confirm);
    payable = List.copyOf(payable);
    running = List.copyOf(running);
    near = List.copyOf(near);
    open = List.copyOf(open);
    not = List.copyOf(not);
    accounts = List.copyOf(accounts);
  }

  /// A measure for one object and year; `fen` is the ceiling, null unless payable; `claim` is null
  /// while no case is open.
  public record Card(
      String award,
      String clause,
      String entity,
      String object,
      int year,
      @Nullable Long fen,
      List<String> notes,
      @Nullable Long claim,
      @Nullable String number,
      @Nullable String step) {
    public Card {
      notes = List.copyOf(notes);
    }
  }

  /// A measure that does not fit, for so many objects, with the reasons for the first.
  public record Refused(String award, String clause, int objects, List<String> reasons) {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }

  public long sum() {
    return payable.stream().mapToLong(card -> card.fen() == null ? 0 : card.fen()).sum()
        + confirm.stream().mapToLong(card -> card.fen() == null ? 0 : card.fen()).sum();
  }
}
