package duixian.cli.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;

/// Splits a CSV (RFC 4180, UTF-8, with or without BOM) into records.
///
/// Lines may end with CR, LF or both; blank lines are no records. The longest record is bounded, so
/// is the memory.
final class CsvScanner {
  /// A record of this many characters is no record but a missing quote.
  static final int LONGEST_RECORD = 1 << 20;

  private static final int MOST_CELLS = 4096;

  private final Reader reader;
  private final char[] buffer = new char[1 << 15];
  private CsvBatch batch = new CsvBatch();
  private int limit;
  private int read;
  private int line = 1;
  private int nextLine = 1;
  private boolean begun;

  CsvScanner(InputStream in) {
    var decoder =
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    this.reader = new InputStreamReader(in, decoder);
  }

  /// Puts the next records into an empty batch; false when these were the last. A
  /// CharacterCodingException says that the text is not UTF-8, a [Malformed] that it is no CSV; the
  /// records before that are in the batch.
  boolean fill(CsvBatch empty) throws IOException {
    batch = empty;
    if (!begun) {
      begun = true;
      if (has() && buffer[0] == '\uFEFF') {
        read++;
      }
    }
    while (has()) {
      if (batch.isFull()) {
        return true;
      }
      line = nextLine;
      record();
      batch.endRecord(line);
    }
    return false;
  }

  private void record() throws IOException {
    var end = ',';
    while (end == ',') {
      if (batch.openCells() == MOST_CELLS) {
        throw new Malformed("第 " + line + " 行多于 " + MOST_CELLS + " 格");
      }
      end = has() && buffer[read] == '"' ? quoted() : plain();
      batch.endCell();
    }
  }

  /// Moves over a cell without quotes and what ends it, which it returns: comma, LF or NUL.
  private char plain() throws IOException {
    while (has()) {
      var from = read;
      var at = from;
      while (at < limit && !endsCell(buffer[at])) {
        at++;
      }
      batch.append(buffer, from, at);
      read = at;
      if (at < limit) {
        read++;
        return buffer[at] == ',' ? ',' : newline(buffer[at]);
      }
    }
    return '\0';
  }

  private static boolean endsCell(char c) {
    return c <= ',' && (c == ',' || c == '\n' || c == '\r');
  }

  private char quoted() throws IOException {
    read++;
    while (has()) {
      var c = buffer[read++];
      if (c == '\n') {
        nextLine++;
      }
      if (c != '"') {
        batch.append(c);
      } else if (has() && buffer[read] == '"') {
        batch.append(c);
        read++;
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

  /// Whether there is another character; reads on when the buffer is used up.
  private boolean has() throws IOException {
    return read < limit || more();
  }

  private boolean more() throws IOException {
    if (batch.openLength() >= LONGEST_RECORD) {
      throw new Malformed("第 " + line + " 行起的一条记录超过 " + LONGEST_RECORD + " 个字符；请核对引号和换行");
    }
    read = 0;
    limit = Math.max(0, reader.read(buffer, 0, buffer.length));
    return limit > 0;
  }

  /// The text is no CSV; the message is a sentence for the user.
  static final class Malformed extends RuntimeException {
    Malformed(String sentence) {
      super(sentence);
    }
  }
}
