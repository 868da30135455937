package duixian.bench.node.load;

import duixian.bench.node.request.Requests;
import duixian.handle.transport.Datagrams;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/// Keeps a window of packets under way: each answer is followed by the next request. A window of
/// which nothing came for 0.1 s is lost and sent anew.
final class UdpClient implements Load.Client {
  private static final int REQUEST_AT = 8;
  private static final int RESULT_AT = 24;
  private static final int LONGEST = 512;
  private static final int MARKS = 1 << 12;
  private final Datagrams socket;
  private final Datagrams.Batch batch;
  private final InetSocketAddress server;
  private final int window;
  private final Requests requests;
  private final long[] begun = new long[MARKS];
  private int request;
  private int asked;
  private boolean open;

  UdpClient(int port, int window, Requests requests) throws IOException {
    var loopback = InetAddress.getLoopbackAddress();
    this.server = new InetSocketAddress(loopback, port);
    this.window = window;
    this.requests = requests;
    socket = Datagrams.bind(new InetSocketAddress(loopback, 0));
    batch = socket.batch(LONGEST);
  }

  /// What was asked since the last round.
  @Override
  public int operations() {
    return asked;
  }

  @Override
  public int round(Times times) throws IOException {
    asked = 0;
    if (!open) {
      begin();
      open = true;
    }
    var count = batch.receive();
    open = count > 0;
    var now = System.nanoTime();
    for (int i = 0; i < count; i++) {
      times.add(now - begun[batch.packets().getInt(batch.at(i) + REQUEST_AT) & MARKS - 1]);
      next(batch.answer(i), now);
      batch.answered(i);
    }
    var succeeded = succeeded(count);
    batch.flush();
    return succeeded;
  }

  @Override
  public int rest(Times times) throws IOException {
    int succeeded = 0;
    for (var count = batch.receive(); count > 0; count = batch.receive()) {
      succeeded += succeeded(count);
    }
    return succeeded;
  }

  private int succeeded(int count) {
    int succeeded = 0;
    for (int i = 0; i < count; i++) {
      // An echo gives the request back, whose result is 0.
      succeeded += batch.packets().getInt(batch.at(i) + RESULT_AT) <= 1 ? 1 : 0;
    }
    return succeeded;
  }

  private void begin() throws IOException {
    var room = ByteBuffer.allocate(LONGEST);
    for (int i = 0; i < window; i++) {
      next(room.clear(), System.nanoTime());
      var bytes = new byte[room.flip().limit()];
      room.get(bytes);
      socket.send(bytes, server);
    }
  }

  private void next(ByteBuffer into, long now) {
    request++;
    asked++;
    begun[request & MARKS - 1] = now;
    requests.next(request, into);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
