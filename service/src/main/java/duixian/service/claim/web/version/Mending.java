package duixian.service.claim.web.version;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an office wanted mended and what the unit changed. `answeredAt` is null and nothing is
/// changed while the unit still works on it.
public record Mending(
    String asked,
    Instant askedAt,
    @Nullable Instant answeredAt,
    int before,
    int after,
    List<FactChange> facts,
    List<FileChange> files,
    List<FactChange> results,
    boolean account) {
  /// More changed facts than anybody reads in one table; the sum still counts all.
  public static final int SHOWN = 100;

  public Mending {
    facts = List.copyOf(facts);
    files = List.copyOf(files);
    results = List.copyOf(results);
  }

  /// A fact that differs between two snapshots, in words.
  public record FactChange(String record, String field, String before, String after) {}

  /// A file that was added, or taken out.
  public record FileChange(boolean added, String kind, String name, String evidence) {}

  public boolean isEmpty() {
    return facts.isEmpty() && files.isEmpty() && results.isEmpty() && !account;
  }

  public List<FactChange> shown() {
    return facts.subList(0, Math.min(SHOWN, facts.size()));
  }
}
