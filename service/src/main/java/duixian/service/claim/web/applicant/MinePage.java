package duixian.service.claim.web.applicant;

import duixian.service.party.BankAccounts.BankAccount;
import duixian.service.site.Paging;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a unit can have now, nearest first. `only` is the section that is paged through, null for
/// the first page of each.
public record MinePage(
    String unit,
    List<Section> sections,
    List<Card> running,
    List<Refused> not,
    List<BankAccount> accounts,
    @Nullable State only) {
  public MinePage {
    sections = List.copyOf(sections);
    running = List.copyOf(running);
    not = List.copyOf(not);
    accounts = List.copyOf(accounts);
  }

  /// How near a measure is to money.
  public enum State {
    CONFIRM("免申即享，待您确认", "To confirm: no application"),
    PAYABLE("条件齐了，可以申报", "Payable: declare"),
    NEAR("还缺事实", "Facts are missing"),
    OPEN("政策没有定数，待定", "The policy leaves the figure open");

    private final String chinese;
    private final String english;

    State(String chinese, String english) {
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

  /// A page of what is in one state, by measure; `sum` (fen) is that of all pages.
  public record Section(State state, List<Group> groups, long sum, Paging paging) {
    public Section {
      groups = List.copyOf(groups);
    }
  }

  /// The objects of one measure, the largest amount first; `sum` in fen.
  public record Group(String award, String clause, List<Card> cards, long sum) {
    public Group {
      cards = List.copyOf(cards);
    }
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

    public long amount() {
      return fen == null ? 0 : fen;
    }
  }

  /// A measure that does not fit, for so many objects, with the reasons for the first.
  public record Refused(String award, String clause, int objects, List<String> reasons) {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }

  /// What can be had at once, in fen.
  public long sum() {
    return sections.stream().mapToLong(Section::sum).sum();
  }
}
