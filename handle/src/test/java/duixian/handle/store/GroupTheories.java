package duixian.handle.store;

import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;
import static org.quicktheories.generators.SourceDSL.strings;

import duixian.handle.store.Group.Noted;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupTheories {

  @Test
  void aGroupReadsBackAsItWasWritten() {
    var ids = strings().allPossible().ofLengthBetween(0, 40);
    var events =
        ids.zip(
            integers().between(0, 6),
            integers().between(0, 5),
            (id, event, channel) ->
                new Noted(
                    Event.of(event), Channel.of(channel), id.getBytes(StandardCharsets.UTF_8)));
    qt().forAll(
            longs().between(1, Long.MAX_VALUE),
            longs().between(0, Long.MAX_VALUE),
            lists().of(events).ofSizeBetween(0, 40))
        .check((number, millis, noted) -> {
          var group = new Group(number, millis, noted);
          var read = Group.decode(group.encode());
          return read.number() == number && read.millis() == millis && same(read.events(), noted);
        });
  }

  private static boolean same(List<Noted> left, List<Noted> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      var one = left.get(i);
      var other = right.get(i);
      if (one.event() != other.event()
          || one.channel() != other.channel()
          || !Arrays.equals(one.id(), other.id())) {
        return false;
      }
    }
    return true;
  }
}
