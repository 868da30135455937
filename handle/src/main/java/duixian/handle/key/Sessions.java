package duixian.handle.key;

import duixian.handle.message.Request;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The open sessions, bounded in number and time (RFC 3652, section 3.7).
public final class Sessions {
  private static final int MOST = 10_000;
  private static final int LONGEST_S = 86_400;

  private final SecureRandom random = new SecureRandom();
  private final InstantSource clock;
  private final SessionCipher cipher;
  private final Map<Integer, Session> open =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Session> eldest) {
          return size() > MOST;
        }
      };

  public Sessions(InstantSource clock, SessionCipher cipher) {
    this.clock = clock;
    this.cipher = cipher;
  }

  /// A new session, and what its client must be told.
  @SuppressWarnings("ArrayRecordComponent")
  public record Opened(Session session, byte[] answer) {}

  public Opened open(Request.SessionSetup setup) {
    var exchange = KeyExchange.with(setup, cipher);
    var seconds = setup.timeout() <= 0 ? LONGEST_S : Math.min(setup.timeout(), LONGEST_S);
    synchronized (open) {
      var id = random.nextInt(1, Integer.MAX_VALUE);
      while (open.containsKey(id)) {
        id = random.nextInt(1, Integer.MAX_VALUE);
      }
      var session = new Session(id, exchange.key(), cipher, seconds * 1000L, clock.millis());
      open.put(id, session);
      return new Opened(session, exchange.answer());
    }
  }

  public @Nullable Session get(int id) {
    synchronized (open) {
      var session = open.get(id);
      if (session == null || session.open(clock.millis())) {
        return session;
      }
      open.remove(id);
      return null;
    }
  }

  public void close(int id) {
    synchronized (open) {
      open.remove(id);
    }
  }
}
