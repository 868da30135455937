package duixian.handle.transport;

import duixian.handle.store.Channel;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/// What the servers saw since they started, for the status page and the metrics.
public final class Traffic {
  /// Upper bounds of the latency buckets in microseconds: powers of two from 16 µs to 1 s.
  public static final int BUCKETS = 17;

  private final LongAdder nanos = new LongAdder();
  private final Map<Channel, LongAdder> requests = new EnumMap<>(Channel.class);
  public final LongAdder refusedConnections = new LongAdder();
  public final LongAdder rateExceeded = new LongAdder();
  public final LongAdder dropped = new LongAdder();
  public final AtomicLong connections = new AtomicLong();
  public final AtomicLongArray latencies = new AtomicLongArray(BUCKETS + 1);

  public Traffic() {
    for (var channel : Channel.values()) {
      requests.put(channel, new LongAdder());
    }
  }

  public void request(Channel channel, int count) {
    var adder = requests.get(channel);
    if (adder != null) {
      adder.add(count);
    }
  }

  public long requests(Channel channel) {
    var adder = requests.get(channel);
    return adder == null ? 0 : adder.sum();
  }

  /// All that [#took] noted, together in seconds.
  public double seconds() {
    return nanos.sum() / 1e9;
  }

  /// Notes how long a request took that began at this `System.nanoTime`.
  public void took(long since) {
    var spent = System.nanoTime() - since;
    nanos.add(spent);
    latencies.incrementAndGet(bucket(spent / 1000));
  }

  static int bucket(long micros) {
    var bits = 64 - Long.numberOfLeadingZeros(Math.max(0, micros - 1));
    return Math.clamp(bits - 4, 0, BUCKETS);
  }

  public static long bound(int bucket) {
    return 16L << bucket;
  }
}
