package duixian.cli.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;

/// Splits a CSV (RFC 4180, UTF-8, with or without BOM) into records; a cell is a view that the next
/// record overwrites.
///
/// Lines may end with CR, LF or both; blank lines are no records. The longest record is bounded, so
/// is the memory.
final class CsvScanner {
  /// A record of this many characters is no record but a missing quote.
  static final int LONGEST_RECORD = 1 << 20;

  private static final int MOST_CELLS = 4096;

  private final Reader reader;
  private final CharSpan cell = new CharSpan();
  private char[] buffer = new char[1 << 16];
  private int[] ends = new int[64];
  private int[] starts = new int[64];
  private int limit;
  private int start;
  private int read;
  private int write;
  private int cells;
  private int line = 1;
  private int nextLine = 1;
  private boolean ended;

  CsvScanner(InputStream in) {
    var decoder =
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    this.reader = new InputStreamReader(in, decoder);
  }

  /// The line on which the record starts.
  int line() {
    return line;
  }

  int cells() {
    return cells;
  }

  CharSequence cell(int index) {
    return cell.of(buffer, start + starts[index], start + ends[index]);
  }

  /// Moves to the next record; false at the end. A CharacterCodingException says that the text is
  /// not UTF-8, a [Malformed] that it is no CSV.
  boolean next() throws IOException {
    do {
      start = read;
      write = read;
      cells = 0;
      line = nextLine;
      if (!has()) {
        return false;
      }
      if (line == 1 && start == 0 && buffer[0] == '\uFEFF') {
        read++;
        write++;
      }
      record();
    } while (cells == 1 && starts[0] == ends[0]);
    return true;
  }

  private void record() throws IOException {
    while (true) {
      open();
      var end = has() && buffer[read] == '"' ? quoted() : plain();
      close();
      if (end != ',') {
        return;
      }
    }
  }

  /// Moves over a cell without quotes and what ends it, which it returns: comma, LF or NUL.
  private char plain() throws IOException {
    while (has()) {
      var c = buffer[read++];
      if (c == ',') {
        return c;
      }
      if (c == '\n' || c == '\r') {
        return newline(c);
      }
      buffer[write++] = c;
    }
    return '\0';
  }

  private char quoted() throws IOException {
    read++;
    while (has()) {
      var c = buffer[read++];
      if (c == '\n') {
        nextLine++;
      }
      if (c != '"') {
        buffer[write++] = c;
      } else if (has() && buffer[read] == '"') {
        buffer[write++] = buffer[read++];
      } else {
        return afterQuote();
      }
    }
    throw new Malformed("第 " + line + " 行起的引号没有结束；请补上右引号");
  }

  private char afterQuote() throws IOException {
    if (!has()) {
      return '\0';
    }
    var c = buffer[read++];
    return switch (c) {
      case ',' -> c;
      case '\n', '\r' -> newline(c);
      default -> throw new Malformed("第 " + nextLine + " 行的右引号后面还有文字；格内的引号请写两遍");
    };
  }

  private char newline(char c) throws IOException {
    if (c == '\r' && has() && buffer[read] == '\n') {
      read++;
    }
    nextLine++;
    return '\n';
  }

  private void open() {
    if (cells == starts.length) {
      if (cells == MOST_CELLS) {
        throw new Malformed("第 " + line + " 行多于 " + MOST_CELLS + " 格");
      }
      starts = Arrays.copyOf(starts, cells * 2);
      ends = Arrays.copyOf(ends, cells * 2);
    }
    starts[cells] = write - start;
  }

  private void close() {
    ends[cells++] = write - start;
  }

  /// Whether there is another character; makes room and reads on when the buffer is used up.
  private boolean has() throws IOException {
    return read < limit || fill();
  }

  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, limit - start);
      limit -= start;
      read -= start;
      write -= start;
      start = 0;
    }
    if (limit == buffer.length) {
      if (limit >= LONGEST_RECORD) {
        throw new Malformed("第 " + line + " 行起的一条记录超过 " + LONGEST_RECORD + " 个字符；请核对引号和换行");
      }
      buffer = Arrays.copyOf(buffer, limit * 2);
    }
    var more = reader.read(buffer, limit, buffer.length - limit);
    ended = more < 0;
    limit += Math.max(0, more);
    return more > 0;
  }

  /// The text is no CSV; the message is a sentence for the user.
  static final class Malformed extends RuntimeException {
    Malformed(String sentence) {
      super(sentence);
    }
  }
}
