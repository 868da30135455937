package duixian.handle.evidence;

import duixian.handle.rocks.Settings;
import duixian.handle.store.Change;
import duixian.handle.store.Channel;
import duixian.handle.store.Outcome;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Random;

/// Creates, retries and resolves as fast as it can and says which creates were acknowledged, until
/// it is killed.
public final class CrashingNode {
  private CrashingNode() {}

  /// Arguments: directory, round.
  public static void main(String[] arguments) {
    var directory = Path.of(arguments[0]);
    var round = arguments[1];
    var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    var ledger = Ledger.open(directory, Settings.small(), 0, InstantSource.system());
    for (int thread = 0; thread < 4; thread++) {
      var name = round + "-" + thread + "-";
      var random = new Random(thread);
      Thread.ofPlatform().start(() -> work(ledger, name, random, out));
    }
  }

  private static void work(Ledger ledger, String name, Random random, PrintStream out) {
    var prefix = ledger.journal().prefix("88.118.8");
    for (int i = 0; i < 200_000; i++) {
      var id = "88.118.8/" + name + i;
      var record = ("record of " + id).repeat(1 + random.nextInt(20));
      var once = ("key of " + id).getBytes(StandardCharsets.UTF_8);
      var change =
          new Change.Create(
              id.getBytes(StandardCharsets.UTF_8),
              record.getBytes(StandardCharsets.UTF_8),
              Channel.TCP,
              once);
      for (int retry = random.nextInt(3); retry >= 0; retry--) {
        if (ledger.store().apply(change) == Outcome.CREATED && retry == 0) {
          synchronized (out) {
            out.println(id + " " + record.length());
            out.flush();
          }
        }
      }
      ledger.journal().answered(prefix, Channel.UDP, Answer.RESOLVED, i, 7);
    }
  }
}
