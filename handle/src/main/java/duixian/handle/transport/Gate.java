package duixian.handle.transport;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.socket.SocketChannel;
import java.util.concurrent.ConcurrentHashMap;

/// Lets connections in up to the limits, in all and of one source; one too many is closed at once.
@SuppressWarnings("FutureReturnValueIgnored") // closing is all there is to do
public final class Gate {
  private final Traffic traffic;
  private final Limits limits;
  private final ConcurrentHashMap<Integer, Integer> bySource = new ConcurrentHashMap<>();

  public Gate(Limits limits, Traffic traffic) {
    this.limits = limits;
    this.traffic = traffic;
  }

  /// Closes a silent connection.
  public int idleSeconds() {
    return limits.idleSeconds();
  }

  /// Whoever was let in [#leaves].
  public boolean enters(int source) {
    var ofSource = bySource.merge(source, 1, Integer::sum);
    var all = traffic.connections.incrementAndGet();
    if (all > limits.connections() || ofSource > limits.connectionsPerSource()) {
      traffic.refusedConnections.increment();
      leaves(source);
      return false;
    }
    return true;
  }

  public void leaves(int source) {
    traffic.connections.decrementAndGet();
    bySource.computeIfPresent(source, (_, count) -> count == 1 ? null : count - 1);
  }

  /// The same for a connection of Netty's, which is then among those that are `open`.
  public boolean enters(SocketChannel socket, ChannelGroup open) {
    var source = Sources.of(socket.remoteAddress());
    open.add(socket);
    if (!enters(source)) {
      socket.close();
      return false;
    }
    socket.closeFuture().addListener(_ -> leaves(source));
    return true;
  }
}
