package duixian.service.claim;

import duixian.service.claim.submission.Snapshot;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// Who is visited: every claim from 100万元 on, and of the rest those whose receipt falls under a
/// third of all possible ones. The receipt cannot be chosen, and anybody can check the draw.
final class SiteSample {
  private static final long LARGE_FEN = 100_000_000L;
  private static final long SHARE_OF_256 = 86;

  private SiteSample() {}

  static boolean contains(String receipt, @Nullable Long ceiling) {
    if (ceiling == null || ceiling >= LARGE_FEN) {
      return true;
    }
    var drawn = new BigInteger(Snapshot.sha256("现场核查 " + receipt).substring(0, 2), 16);
    return drawn.longValueExact() < SHARE_OF_256;
  }
}
