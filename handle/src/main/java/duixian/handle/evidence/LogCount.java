package duixian.handle.evidence;

import duixian.handle.events.Block;
import duixian.handle.events.Note;
import duixian.handle.store.Group;
import duixian.handle.store.Tallies;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// Counts again from the event log, event by event, under the keys of the counters.
final class LogCount {
  private final Map<Tallies.Key, long[]> counts = new HashMap<>();
  private long total;

  void add(Block block) {
    switch (block) {
      case Block.Changes(var group) -> add(group);
      case Block.Answers answers -> add(answers);
      case Block.ClockJump _ -> {}
    }
  }

  private void add(Group group) {
    var day = Tallies.day(group.millis());
    for (var noted : group.events()) {
      var id = noted.id();
      var prefix = new String(id, 0, Tallies.prefixLength(id), StandardCharsets.UTF_8);
      count(new Tallies.Key(day, Counted.of(noted.event()), noted.channel(), prefix));
    }
  }

  void add(Block.Answers answers) {
    var words = new HashMap<Integer, long[]>();
    int last = 0;
    var cell = words.computeIfAbsent(last, _ -> new long[1]);
    for (var in = ByteBuffer.wrap(answers.notes()); in.hasRemaining(); Note.skip(in)) {
      var word = in.getInt(in.position());
      if (word != last) {
        cell = words.computeIfAbsent(word, _ -> new long[1]);
        last = word;
      }
      cell[0]++;
      total++;
    }
    var names = new HashMap<Integer, String>();
    for (var prefix : answers.prefixes()) {
      names.put(prefix.number(), prefix.name());
    }
    var day = Tallies.day(answers.millis());
    words.values().removeIf(count -> count[0] == 0);
    for (var each : words.entrySet()) {
      var note = Note.of(each.getKey());
      var name = names.getOrDefault(note.prefix(), "");
      var key = new Tallies.Key(day, Counted.of(note.answer(), note.burst()), note.channel(), name);
      counts.computeIfAbsent(key, _ -> new long[1])[0] += each.getValue()[0];
    }
  }

  private void count(Tallies.Key key) {
    counts.computeIfAbsent(key, _ -> new long[1])[0]++;
    total++;
  }

  Map<Tallies.Key, Long> all() {
    var all = new HashMap<Tallies.Key, Long>();
    counts.forEach((key, count) -> all.put(key, count[0]));
    return all;
  }

  long total() {
    return total;
  }
}
