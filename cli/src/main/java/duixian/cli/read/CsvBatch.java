package duixian.cli.read;

import java.util.Arrays;

/// Some records of a CSV, one after another: the text of all their cells, and where each cell and
/// each record ends. Used again and again, so that a million records make no garbage.
final class CsvBatch {
  private char[] text = new char[1 << 17];
  private int length;
  private int[] cellEnds = new int[1 << 14];
  private int cells;
  private int[] recordEnds = new int[1 << 10];
  private int[] lines = new int[1 << 10];
  private int records;

  void clear() {
    length = 0;
    cells = 0;
    records = 0;
  }

  int records() {
    return records;
  }

  /// Whether what else is read should go into another batch.
  boolean isFull() {
    return length >= 1 << 16 || records >= 1 << 10;
  }

  /// The line on which a record starts.
  int line(int record) {
    return lines[record];
  }

  int cells(int record) {
    return recordEnds[record] - firstCell(record);
  }

  /// Makes `span` a cell of a record.
  CharSequence cell(int record, int index, CharSpan span) {
    var cell = firstCell(record) + index;
    return span.of(text, cell == 0 ? 0 : cellEnds[cell - 1], cellEnds[cell]);
  }

  void append(char c) {
    if (length == text.length) {
      text = Arrays.copyOf(text, length * 2);
    }
    text[length++] = c;
  }

  void append(char[] buffer, int from, int to) {
    var end = length + to - from;
    if (end > text.length) {
      text = Arrays.copyOf(text, Math.max(end, length * 2));
    }
    System.arraycopy(buffer, from, text, length, to - from);
    length = end;
  }

  void endCell() {
    if (cells == cellEnds.length) {
      cellEnds = Arrays.copyOf(cellEnds, cells * 2);
    }
    cellEnds[cells++] = length;
  }

  /// Ends a record, which is none when it is a blank line.
  void endRecord(int line) {
    if (openCells() == 1 && openLength() == 0) {
      cells--;
      return;
    }
    if (records == recordEnds.length) {
      recordEnds = Arrays.copyOf(recordEnds, records * 2);
      lines = Arrays.copyOf(lines, records * 2);
    }
    lines[records] = line;
    recordEnds[records++] = cells;
  }

  /// How many cells the record has that is not ended yet.
  int openCells() {
    return cells - firstCell(records);
  }

  /// How many characters the record has that is not ended yet.
  int openLength() {
    var first = firstCell(records);
    return length - (first == 0 ? 0 : cellEnds[first - 1]);
  }

  private int firstCell(int record) {
    return record == 0 ? 0 : recordEnds[record - 1];
  }
}
