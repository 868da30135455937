package duixian.handle.key;

import duixian.handle.message.Digest;
import duixian.handle.message.Message;
import duixian.handle.value.Output;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// The challenges given and not yet answered: each good for one answer within a minute.
///
/// Bounded in number and bytes (each holds the request it is about): over the limit the oldest is
/// forgotten, and its client is told to authenticate again.
public final class Challenges {
  private static final int MOST = 10_000;
  private static final long MOST_BYTES = 64L << 20;
  private static final long LIFE_MS = 60_000;
  private static final int NONCE = 16;

  private final SecureRandom random = new SecureRandom();
  private final InstantSource clock;
  private final LinkedHashMap<Integer, Challenge> open = new LinkedHashMap<>();
  private long bytes;

  public Challenges(InstantSource clock) {
    this.clock = clock;
  }

  /// What a client must prove: its key over nonce and the digest of its request.
  @SuppressWarnings("ArrayRecordComponent")
  public record Challenge(int id, byte[] nonce, Digest digest, Message asked, long expires) {
    public byte[] signed() {
      return new Output().raw(nonce).raw(digest.value()).toBytes();
    }
  }

  /// A challenge within a session has its id, for the answer comes under that id: a second takes
  /// the place of the first. Others get an id of their own; `session` is then 0.
  public Challenge give(Message asked, Digest digest, int session) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    synchronized (open) {
      var id = session;
      while (id == 0 || (session == 0 && open.containsKey(id))) {
        id = random.nextInt(1, Integer.MAX_VALUE);
      }
      var before = open.remove(id);
      bytes -= before == null ? 0 : before.asked().envelope().length();
      var challenge = new Challenge(id, nonce, digest, asked, clock.millis() + LIFE_MS);
      open.put(id, challenge);
      bytes += asked.envelope().length();
      while (open.size() > MOST || bytes > MOST_BYTES) {
        bytes -= open.pollFirstEntry().getValue().asked().envelope().length();
      }
      return challenge;
    }
  }

  /// The challenge of this id, once; null when there is none or its minute is over.
  public @Nullable Challenge take(int id) {
    synchronized (open) {
      var challenge = open.remove(id);
      bytes -= challenge == null ? 0 : challenge.asked().envelope().length();
      return challenge == null || challenge.expires() < clock.millis() ? null : challenge;
    }
  }
}
