package duixian.handle.key;

import duixian.handle.message.Request;
import duixian.handle.value.Malformed;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The open sessions, bounded in number and time (RFC 3652, section 3.7).
public final class Sessions {
  private static final int MOST = 10_000;
  private static final int LONGEST_S = 86_400;
  private static final long EXPECTED_MS = 60_000;

  private record Expected(long life, long until) {}

  private final SecureRandom random = new SecureRandom();
  private final InstantSource clock;
  private final SessionCipher cipher;
  private final Map<Integer, Session> open = new Bounded<>();
  private final Map<Integer, Expected> expected = new Bounded<>();

  private static final class Bounded<T> extends LinkedHashMap<Integer, T> {
    @Override
    protected boolean removeEldestEntry(Map.Entry<Integer, T> eldest) {
      return size() > MOST;
    }
  }

  public Sessions(InstantSource clock, SessionCipher cipher) {
    this.clock = clock;
    this.cipher = cipher;
  }

  /// A new session, and what its client must be told.
  @SuppressWarnings("ArrayRecordComponent")
  public record Opened(int id, byte[] answer) {}

  public Opened open(Request.SessionSetup setup) {
    var exchange = KeyExchange.with(setup, cipher);
    synchronized (open) {
      var id = unused();
      open.put(id, new Session(id, exchange.key(), cipher, millis(setup), clock.millis()));
      return new Opened(id, exchange.answer());
    }
  }

  /// A session whose key the client will send, hidden with `ours`; it must come within a minute.
  public Opened expect(Request.SessionSetup setup, VerifyingKey ours) {
    if (!(ours instanceof VerifyingKey.Rsa)) {
      throw new Malformed("only an RSA key can carry a session key");
    }
    synchronized (open) {
      var id = unused();
      expected.put(id, new Expected(millis(setup), clock.millis() + EXPECTED_MS));
      return new Opened(id, ours.toBytes());
    }
  }

  /// Opens the session whose key was expected; false when none was.
  public boolean complete(int id, byte[] key) {
    synchronized (open) {
      var waiting = expected.remove(id);
      if (waiting == null || waiting.until < clock.millis()) {
        return false;
      }
      open.put(id, new Session(id, key, cipher, waiting.life, clock.millis()));
      return true;
    }
  }

  private int unused() {
    var id = random.nextInt(1, Integer.MAX_VALUE);
    while (open.containsKey(id) || expected.containsKey(id)) {
      id = random.nextInt(1, Integer.MAX_VALUE);
    }
    return id;
  }

  private static long millis(Request.SessionSetup setup) {
    var seconds = setup.timeout() <= 0 ? LONGEST_S : Math.min(setup.timeout(), LONGEST_S);
    return seconds * 1000L;
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
