package duixian.service.claim.web.applicant;

import duixian.service.claim.Claim;
import duixian.service.claim.draft.ClaimFiles.ClaimFile;
import duixian.service.claim.web.version.Mending;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A case as its unit sees it: where it is, the clocks, what the offices said, what was handed in.
public record ClaimPage(
    Claim claim,
    List<Stop> line,
    List<Clock> clocks,
    List<Word> words,
    List<Handed> handed,
    @Nullable Mending mending,
    List<ClaimFile> files,
    String diagram,
    boolean editable,
    boolean withdrawable) {
  public ClaimPage {
    line = List.copyOf(line);
    clocks = List.copyOf(clocks);
    words = List.copyOf(words);
    handed = List.copyOf(handed);
    files = List.copyOf(files);
  }

  /// A step on the state line: `done`, `here` or empty.
  public record Stop(String step, String state) {}

  /// Who works on it until when; `colour` is of the tag.
  public record Clock(String step, String role, String due, String colour, String state) {}

  /// Something that happened, with the officer's words.
  public record Word(String at, String act, String from, String to, String words) {}

  /// A version handed in, with its receipt.
  public record Handed(int version, String at, String day, String policy, String receipt) {}
}
