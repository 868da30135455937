package duixian.handle.server;

import duixian.handle.message.Envelope;
import duixian.handle.message.Fragments;
import duixian.handle.transport.Limits;
import duixian.handle.value.Input;
import java.net.SocketAddress;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// The UDP messages of which some packets are still missing, bounded in bytes and time.
///
/// Over the bound the oldest is forgotten; its sender will send it again.
final class FragmentTable {
  private final InstantSource clock;
  private final LinkedHashMap<Key, Waiting> waiting = new LinkedHashMap<>();
  private long bytes;

  private record Key(SocketAddress from, int request, int session) {}

  private record Waiting(Fragments fragments, int length, long since) {}

  FragmentTable(InstantSource clock) {
    this.clock = clock;
  }

  /// The whole message when this packet was the last of it, else null.
  synchronized Fragments.@Nullable Whole add(byte[] packet, SocketAddress from) {
    var envelope = Envelope.read(new Input(packet));
    var payload = Arrays.copyOfRange(packet, Envelope.SIZE, packet.length);
    if (!envelope.has(Envelope.TRUNCATED)) {
      return new Fragments.Whole(envelope, payload);
    }
    forgetOld();
    var key = new Key(from, envelope.request(), envelope.session());
    var entry = waiting.get(key);
    if (entry == null) {
      entry = new Waiting(new Fragments(envelope), envelope.length(), clock.millis());
      waiting.put(key, entry);
      bytes += envelope.length();
    }
    var whole = entry.fragments.add(envelope, payload);
    if (whole != null) {
      waiting.remove(key);
      bytes -= entry.length;
    }
    return whole;
  }

  private void forgetOld() {
    var oldest = clock.millis() - Limits.FRAGMENT_SECONDS * 1000L;
    var entries = waiting.values().iterator();
    while (entries.hasNext()) {
      var entry = entries.next();
      if (entry.since >= oldest && bytes + Envelope.LONGEST <= Limits.FRAGMENT_BYTES) {
        return;
      }
      bytes -= entry.length;
      entries.remove();
    }
  }
}
