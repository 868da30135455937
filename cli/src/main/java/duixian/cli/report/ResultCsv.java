package duixian.cli.report;

import duixian.policy.trace.Decision;
import duixian.policy.value.Money;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/// The result as CSV (RFC 4180), with the byte order mark without which Excel takes Chinese for
/// something else.
public final class ResultCsv {
  private final StringBuilder line = new StringBuilder();

  private ResultCsv() {}

  public static void write(Result result, Writer out) throws IOException {
    new ResultCsv().rows(result, out);
  }

  private void rows(Result result, Writer out) throws IOException {
    out.write("\uFEFF" + String.join(",", Cells.HEADER) + "\r\n");
    for (var decision : result.decisions()) {
      var platform = Result.hasPlatform(result.policy(), decision) ? decision.root() : "";
      row(decision, platform);
      out.append(line);
      line.setLength(0);
    }
  }

  private void row(Decision decision, String platform) {
    var outcome = decision.outcome();
    text(decision.award().name()).append(',');
    text(decision.award().clause()).append(',');
    text(decision.object()).append(',');
    text(platform).append(',').append(decision.year()).append(',');
    line.append(outcome.word()).append(',');
    money(Cells.figure(outcome)).append(',');
    money(Cells.ceiling(outcome)).append(',');
    text(Cells.cuts(outcome)).append(',');
    text(Cells.note(outcome)).append("\r\n");
  }

  private StringBuilder money(@Nullable Money money) {
    if (money != null) {
      JsonLine.decimal(line, money.fen());
    }
    return line;
  }

  private StringBuilder text(String raw) {
    var text = Cells.harmless(raw);
    if (!needsQuotes(text)) {
      return line.append(text);
    }
    return line.append('"').append(text.replace("\"", "\"\"")).append('"');
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
