package duixian.bench.node.load;

import java.io.IOException;
import java.io.InputStream;

/// Reads the answers of a connection that stays open, without making an object of them.
final class HttpAnswers {
  private static final byte[] LENGTH = {
    'c', 'o', 'n', 't', 'e', 'n', 't', '-', 'l', 'e', 'n', 'g', 't', 'h', ':'
  };
  private static final int STATUS_AT = 9;
  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;

  HttpAnswers(InputStream in) {
    this.in = in;
  }

  /// Reads a whole answer and says whether its status is 200.
  boolean next() throws IOException {
    int column = 0;
    int matched = 0;
    int length = 0;
    int status = 0;
    var first = true;
    for (int next = read(); ; next = read()) {
      if (next == '\n') {
        if (column == 0) {
          skip(length);
          return status == 200;
        }
        first = false;
        column = 0;
        matched = 0;
      } else if (next != '\r') {
        if (first && column >= STATUS_AT && column < STATUS_AT + 3) {
          status = status * 10 + next - '0';
        } else if (matched == LENGTH.length && next >= '0' && next <= '9') {
          length = length * 10 + next - '0';
        } else if (matched < LENGTH.length && column == matched && (next | 32) == LENGTH[matched]) {
          matched++;
        }
        column++;
      }
    }
  }

  private int read() throws IOException {
    if (at == end) {
      fill();
    }
    return buffer[at++];
  }

  private void fill() throws IOException {
    at = 0;
    end = in.read(buffer);
    if (end <= 0) {
      throw new IOException("the server closed the connection");
    }
  }

  private void skip(int length) throws IOException {
    for (int left = length; left > 0; ) {
      if (at == end) {
        fill();
      }
      var some = Math.min(left, end - at);
      at += some;
      left -= some;
    }
  }
}
