package duixian.handle.transport.stream;

import duixian.handle.linux.Sockets;
import duixian.handle.transport.Gate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// Threads of [RingLoop], the first of which takes the connections for all, in turn.
final class RingServer<C> implements StreamServer {
  private static final int BACKLOG = 4096;
  private final int socket;
  private final InetSocketAddress address;
  private final List<RingLoop<C>> loops = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private int next;

  RingServer(
      InetSocketAddress address, Gate gate, Supplier<Protocol<C>> protocols, int count, Room room)
      throws IOException {
    socket = Sockets.listen(address, BACKLOG);
    this.address = Sockets.address(socket);
    for (int i = 0; i < count; i++) {
      loops.add(start(() -> new RingLoop<>(protocols.get(), gate, room)));
    }
    var first = loops.getFirst();
    first.execute(() -> first.accept(socket, this::take));
  }

  /// A ring belongs to the thread that makes it.
  private RingLoop<C> start(Callable<RingLoop<C>> making) throws IOException {
    var loop = new FutureTask<>(making);
    threads.add(
        Thread.ofPlatform()
            .name("streams-" + threads.size())
            .start(() -> {
              loop.run();
              if (loop.state() == Future.State.SUCCESS) {
                loop.resultNow().run();
              }
            }));
    try {
      return loop.get();
    } catch (ExecutionException e) {
      close();
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new IOException(e);
    }
  }

  private void take(int connection) {
    var loop = loops.get(next++ % loops.size());
    loop.execute(() -> loop.add(connection));
  }

  @Override
  public InetSocketAddress address() {
    return address;
  }

  @Override
  public void close() {
    try {
      loops.forEach(RingLoop::stop);
      for (var thread : threads) {
        thread.join();
      }
      Sockets.close(socket);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
