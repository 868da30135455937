package duixian.handle.transport;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.socket.SocketChannel;
import java.util.concurrent.ConcurrentHashMap;

/// Lets connections in up to the limits, in all and of one source; one too many is closed at once.
@SuppressWarnings("FutureReturnValueIgnored") // closing is all there is to do
public final class Gate {
  private final Context context;
  private final ChannelGroup open;
  private final ConcurrentHashMap<Integer, Integer> bySource = new ConcurrentHashMap<>();

  public Gate(Context context, ChannelGroup open) {
    this.context = context;
    this.open = open;
  }

  public boolean enters(SocketChannel socket) {
    var traffic = context.traffic();
    var limits = context.limits();
    var source = Sources.of(socket.remoteAddress());
    var ofSource = bySource.merge(source, 1, Integer::sum);
    var all = traffic.connections.incrementAndGet();
    open.add(socket);
    socket
        .closeFuture()
        .addListener(_ -> {
          traffic.connections.decrementAndGet();
          bySource.computeIfPresent(source, (_, count) -> count == 1 ? null : count - 1);
        });
    if (all > limits.connections() || ofSource > limits.connectionsPerSource()) {
      traffic.refusedConnections.increment();
      socket.close();
      return false;
    }
    return true;
  }
}
