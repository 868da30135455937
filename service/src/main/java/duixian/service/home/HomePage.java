package duixian.service.home;

import duixian.service.claim.Claims;
import duixian.service.law.Measure;
import duixian.service.notice.Notices;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands on the first page: the targets as they were read at that moment, null before the
/// first reading, `empty` when there is nothing to count; `head` is null before the log was first
/// signed.
public record HomePage(
    String policy,
    @Nullable Instant at,
    boolean empty,
    List<Bar> targets,
    List<Article> articles,
    List<Claims.Year> years,
    List<Notices.Notice> notices,
    @Nullable Head head) {
  public HomePage {
    targets = List.copyOf(targets);
    articles = List.copyOf(articles);
    years = List.copyOf(years);
    notices = List.copyOf(notices);
  }

  /// A target as a bar; `permille` is 1000 when it is reached exactly, `prospect` where it ends up.
  public record Bar(
      String name, String measured, String floor, long permille, String state, String prospect) {
    public boolean isReached() {
      return permille >= 1000;
    }
  }

  /// The measures of an article.
  public record Article(String name, List<Measure> measures) {
    public Article {
      measures = List.copyOf(measures);
    }
  }

  /// The head of the public log.
  public record Head(long size, String root, String signedAt) {}

  public long granted() {
    return years.stream().mapToLong(Claims.Year::granted).sum();
  }

  public long paid() {
    return years.stream().mapToLong(Claims.Year::paid).sum();
  }

  public long most() {
    return years.stream().mapToLong(Claims.Year::granted).max().orElse(0);
  }
}
