package duixian.service.claim.web.applicant;

import duixian.service.claim.Claim;
import duixian.service.claim.draft.ClaimFiles.ClaimFile;
import duixian.service.law.Measure;
import duixian.service.party.BankAccounts.BankAccount;
import duixian.service.site.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The form of a case, made from the facts that its measure needs. `asked` is what the office wants
/// mended, empty unless the case is at 补正; `result` what the city knows now would give.
public record DeclarePage(
    Claim claim,
    Measure measure,
    String asked,
    List<Group> groups,
    List<String> kinds,
    List<ClaimFile> files,
    List<BankAccount> accounts,
    Saved saved,
    Result result,
    List<String> complaints) {
  public DeclarePage {
    groups = List.copyOf(groups);
    kinds = List.copyOf(kinds);
    files = List.copyOf(files);
    accounts = List.copyOf(accounts);
    complaints = List.copyOf(complaints);
  }

  /// A record: what may be typed, and what is measured or recognised and so only shown.
  public record Group(String entity, String code, List<Field> fields, List<Known> known) {
    public Group {
      fields = List.copyOf(fields);
      known = List.copyOf(known);
    }
  }

  /// A fact that the applicant cannot change here, with its source.
  public record Known(String field, String value, String source) {}

  /// What comes out with what is typed: the state and a sentence each for cuts and lacks.
  public record Result(String state, String amount, List<String> notes) {
    public Result {
      notes = List.copyOf(notes);
    }
  }

  /// Whether and when the draft was saved; `seen` and `window` come back with the next save, so
  /// that no window writes over another.
  public record Saved(String text, @Nullable String seen, String window) {}
}
