package duixian.cli.node.evidence;

import duixian.handle.events.Proof;
import duixian.handle.evidence.Ledger;
import duixian.handle.store.Tallies;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/// Draws identifiers that nobody can foresee and proves the registration of each.
final class Sampling {
  private final Ledger ledger;
  private final PublicKey key;
  private final SecureRandom chance = new SecureRandom();

  Sampling(Ledger ledger, PublicKey key) {
    this.ledger = ledger;
    this.key = key;
  }

  boolean check(int size, PrintWriter out) {
    var missing = new ArrayList<String>();
    var drawn = draw(size);
    for (var id : drawn) {
      var entry = ledger.store().get(id);
      var day = entry == null ? 0 : Tallies.day(entry.firstCreated() * 1000);
      var proof = Proof.of(ledger.directory().resolve("events"), day, id);
      if (proof.isEmpty() || !proof.get().verify(key)) {
        missing.add(new String(id, StandardCharsets.UTF_8));
      }
    }
    out.printf("抽查标识 %d 个，证明成立 %d 个%n", drawn.size(), drawn.size() - missing.size());
    missing.forEach(id -> out.println("  没有可验证的注册事件：" + id));
    return missing.isEmpty();
  }

  /// Starts at chance places between the first and the last identifier.
  private List<byte[]> draw(int size) {
    var drawn = new ArrayList<byte[]>();
    for (int tries = 0; tries < size * 20 && drawn.size() < size; tries++) {
      var after = ledger.store().scan(new byte[0], place(), 1).rows();
      // Behind the last identifier the first follows.
      var row = after.isEmpty() ? ledger.store().scan(new byte[0], null, 1).rows() : after;
      if (!row.isEmpty()) {
        drawn.add(row.getFirst().key());
      }
    }
    return drawn;
  }

  private byte[] place() {
    var border = ledger.store().borders();
    var low = border.first();
    var high = border.last();
    int shared = 0;
    while (shared < Math.min(low.length, high.length) && low[shared] == high[shared]) {
      shared++;
    }
    var place = new byte[shared + 8];
    chance.nextBytes(place);
    System.arraycopy(low, 0, place, 0, shared);
    if (shared < low.length && shared < high.length) {
      place[shared] = (byte) chance.nextInt(low[shared] & 255, (high[shared] & 255) + 1);
    }
    for (int i = shared + 1; i < place.length; i++) {
      place[i] = (byte) chance.nextInt('0', 'z');
    }
    return place;
  }
}
