package duixian.cli.terminal;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// A table whose columns line up, Chinese or not; columns named in `right` are flush right.
public final class Columns {
  private static final String GAP = "  ";
  private static final int WIDEST = 60;

  private final List<List<String>> rows = new ArrayList<>();
  private final List<Integer> right;

  /// `right` counts columns from 0.
  public Columns(List<Integer> right, String... header) {
    this.right = List.copyOf(right);
    rows.add(List.of(header));
  }

  public void row(String... cells) {
    rows.add(List.of(cells));
  }

  public void print(PrintWriter out, Terminal terminal) {
    var widths = new int[rows.getFirst().size()];
    for (var row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.min(WIDEST, Math.max(widths[i], Width.of(row.get(i))));
      }
    }
    out.println(terminal.paint(Ink.HEADING, line(rows.getFirst(), widths)));
    rows.stream().skip(1).forEach(row -> out.println(line(row, widths)));
  }

  private String line(List<String> row, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      var text = Width.cut(row.get(i), widths[i]);
      var pad = " ".repeat(widths[i] - Width.of(text));
      line.append(right.contains(i) ? pad + text : text + pad).append(GAP);
    }
    return line.toString().stripTrailing();
  }
}
