package duixian.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import duixian.policy.model.Policy;
import duixian.policy.trace.Decision;
import duixian.policy.value.Money;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// The result as CSV (RFC 4180), with the byte order mark without which Excel takes Chinese for
/// something else.
public final class ResultCsv {
  private static final int BLOCK = 4096;
  private static final int AHEAD = 4;

  private final Policy policy;
  private final StringBuilder lines = new StringBuilder();

  private ResultCsv(Policy policy) {
    this.policy = policy;
  }

  /// Block by block in order, while the next blocks are drawn up on the other processors.
  public static void write(Result result, OutputStream out) throws IOException {
    out.write(("\uFEFF" + String.join(",", Cells.HEADER) + "\r\n").getBytes(UTF_8));
    var ahead = new ArrayDeque<CompletableFuture<byte[]>>();
    try (var processors = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var decisions = result.decisions().iterator(); decisions.hasNext(); ) {
        var block = block(decisions);
        ahead.add(
            CompletableFuture.supplyAsync(
                () -> new ResultCsv(result.policy()).lines(block), processors));
        if (ahead.size() > AHEAD) {
          out.write(ahead.remove().join());
        }
      }
      while (!ahead.isEmpty()) {
        out.write(ahead.remove().join());
      }
    }
  }

  private static List<Decision> block(Iterator<Decision> decisions) {
    var block = new ArrayList<Decision>(BLOCK);
    while (block.size() < BLOCK && decisions.hasNext()) {
      block.add(decisions.next());
    }
    return block;
  }

  private byte[] lines(List<Decision> decisions) {
    for (var decision : decisions) {
      row(decision, Result.hasPlatform(policy, decision) ? decision.root() : "");
    }
    return lines.toString().getBytes(UTF_8);
  }

  private void row(Decision decision, String platform) {
    var outcome = decision.outcome();
    text(decision.award().name()).append(',');
    text(decision.award().clause()).append(',');
    text(decision.object()).append(',');
    text(platform).append(',').append(decision.year()).append(',');
    lines.append(outcome.word()).append(',');
    money(Cells.figure(outcome)).append(',');
    money(Cells.ceiling(outcome)).append(',');
    text(Cells.cuts(outcome)).append(',');
    text(Cells.note(outcome)).append("\r\n");
  }

  private StringBuilder money(@Nullable Money money) {
    if (money != null) {
      JsonLine.decimal(lines, money.fen());
    }
    return lines;
  }

  private StringBuilder text(String raw) {
    var text = Cells.harmless(raw);
    if (!needsQuotes(text)) {
      return lines.append(text);
    }
    return lines.append('"').append(text.replace("\"", "\"\"")).append('"');
  }

  private static boolean needsQuotes(String text) {
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case ',', '"', '\n', '\r' -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }
}
