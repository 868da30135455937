package duixian.policy.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;

/// SHA-256 over the decisions in their order: who, which year, which state, and every fen. The
/// wording of reasons and the order of cuts are left out: neither moves a fen.
public final class ResultDigest {
  private static final int ROOM = 1 << 14;

  private final MessageDigest sha;
  private final StringBuilder lines = new StringBuilder();
  private long rows;

  public ResultDigest() {
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  public void add(Decision decision) {
    rows++;
    lines.append(decision.award().name()).append('\t').append(decision.object()).append('\t');
    lines.append(decision.root()).append('\t').append(decision.year()).append('\t');
    lines.append(decision.outcome().word());
    if (decision.outcome() instanceof Outcome.Payable(var figure, var ceiling, var cuts)) {
      lines.append('\t').append(figure.fen()).append('\t').append(ceiling.fen());
      for (var cut : cuts.stream().sorted(Comparator.comparing(Outcome.Cut::name)).toList()) {
        lines.append('\t').append(cut.name()).append('\t').append(cut.amount().fen());
      }
    }
    lines.append('\n');
    if (lines.length() > ROOM) {
      flush();
    }
  }

  public long rows() {
    return rows;
  }

  /// The digest in hex; ends the digest.
  public String hex() {
    flush();
    return HexFormat.of().formatHex(sha.digest());
  }

  private void flush() {
    sha.update(lines.toString().getBytes(UTF_8));
    lines.setLength(0);
  }
}
