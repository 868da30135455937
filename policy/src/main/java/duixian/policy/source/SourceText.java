package duixian.policy.source;

import java.util.Arrays;

/// A file's name and its whole text; lines and columns count from 1, offsets from 0 in UTF-16
/// units.
public final class SourceText {
  private final String name;
  private final String text;
  private final int[] starts;

  public SourceText(String name, String text) {
    this.name = name;
    this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    this.starts = lineStarts(this.text);
  }

  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  public int line(int offset) {
    var found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  public int column(int offset) {
    return offset - starts[line(offset) - 1] + 1;
  }

  public int lineCount() {
    return starts.length;
  }

  public int lineStart(int line) {
    return starts[line - 1];
  }

  /// The line without its end.
  public String lineText(int line) {
    var from = starts[line - 1];
    var to = line < starts.length ? starts[line] : text.length();
    while (to > from && (text.charAt(to - 1) == '\n' || text.charAt(to - 1) == '\r')) {
      to--;
    }
    return text.substring(from, to);
  }

  private static int[] lineStarts(String text) {
    var starts = new int[16];
    var count = 1;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }
}
