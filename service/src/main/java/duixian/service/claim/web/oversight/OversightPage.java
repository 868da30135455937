package duixian.service.claim.web.oversight;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The log, newest first, or that of one subject; `before` is where the next page begins, 0 when
/// there is none.
public record OversightPage(
    long size, @Nullable Head head, String subject, List<Row> rows, long before) {
  public OversightPage {
    rows = List.copyOf(rows);
  }

  /// The newest signed head (RFC 9162): `root` is the hash of everything up to `size`.
  public record Head(long size, String root, Instant at) {}

  public record Row(
      long position, Instant at, String actor, String act, String subject, String leaf) {}
}
