package duixian.service.claim.web.version;

import duixian.service.claim.Claim;
import duixian.service.claim.Event;
import duixian.service.claim.draft.ClaimFiles;
import duixian.service.claim.submission.Submission;
import duixian.service.claim.web.version.Mending.FileChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads what was to be mended in a case, and what came of it.
@Component
public class Mendings {
  private static final String ASKED = "要求补正";

  private final ClaimFiles files;

  Mendings(ClaimFiles files) {
    this.files = files;
  }

  /// Null when nothing ever was to be mended; history and versions are the case's, oldest first.
  public @Nullable Mending of(Claim claim, List<Event> history, List<Submission> versions) {
    var asked =
        history.stream().filter(event -> event.act().equals(ASKED)).reduce((_, later) -> later);
    if (asked.isEmpty() || versions.isEmpty()) {
      return null;
    }
    var at = asked.get().at();
    var later = versions.getLast();
    if (versions.size() < 2 || later.submittedAt().isBefore(at)) {
      return new Mending(
          asked.get().reason(),
          at,
          null,
          later.version(),
          later.version(),
          List.of(),
          List.of(),
          List.of(),
          false);
    }
    var earlier = versions.get(versions.size() - 2);
    return new Mending(
        asked.get().reason(),
        at,
        later.submittedAt(),
        earlier.version(),
        later.version(),
        FactChanges.between(earlier, later),
        files(claim, earlier.submittedAt(), later.submittedAt()),
        FactChanges.results(earlier, later),
        !Objects.equals(earlier.account(), later.account()));
  }

  private List<FileChange> files(Claim claim, Instant from, Instant to) {
    var changes = new ArrayList<FileChange>();
    for (var file : files.passages(claim.id())) {
      var removed = file.removedAt();
      var came = file.addedAt().isAfter(from) && !file.addedAt().isAfter(to);
      var went = removed != null && removed.isAfter(from) && !removed.isAfter(to);
      // What came and went between the two versions was in neither.
      if (came != went) {
        changes.add(new FileChange(came, file.kind(), file.name(), file.evidence()));
      }
    }
    return changes;
  }
}
