package duixian.handle.transport.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Gives each line back: at once, or from another thread if it begins with a `?`; ends at an empty
/// one. What is heard is answered with the next [#answer].
final class Lines implements Protocol<Replies> {
  private record Heard(Replies from, String line) {
    byte[] bytes() {
      return line.getBytes(StandardCharsets.US_ASCII);
    }
  }

  private final List<Heard> heard = new ArrayList<>();

  @Override
  public Replies begin(int source, Replies replies) {
    return replies;
  }

  @Override
  public int hear(Replies from, ByteBuffer in, int start, int end) {
    var taken = start;
    for (int at = start; at < end && !from.isFull(); at++) {
      if (in.get(at) == '\n') {
        var line = new byte[at + 1 - taken];
        in.get(taken, line);
        taken = at + 1;
        if (line.length > 1) {
          heard.add(new Heard(from, new String(line, StandardCharsets.US_ASCII)));
        }
        if (heard.size() == 64 || line.length == 1) {
          answer();
        }
        if (line.length == 1) {
          from.end();
        }
      }
    }
    return taken;
  }

  @Override
  public void answer() {
    for (var one : heard) {
      if (one.line().startsWith("?")) {
        Thread.ofVirtual().start(() -> one.from().tell(one.bytes()));
      } else if (one.line().length() < 100) {
        one.from().room().put(one.bytes());
        one.from().wrote(one.line().length());
      } else {
        one.from().put(one.bytes());
      }
    }
    heard.clear();
  }
}
