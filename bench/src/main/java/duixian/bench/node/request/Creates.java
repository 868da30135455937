package duixian.bench.node.request;

import duixian.handle.message.Encoder;
import duixian.handle.message.Header;
import duixian.handle.message.Message;
import duixian.handle.message.Operation;
import duixian.handle.message.Request;
import duixian.handle.value.HandleValue;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.LongFunction;

/// Creates of identifiers that are not there yet.
public final class Creates implements Requests {
  private final LongFunction<String> names;
  private long number;

  private Creates(LongFunction<String> names, long number) {
    this.names = names;
    this.number = number;
  }

  /// Under names that nobody else makes.
  public static Creates fresh(int seed) {
    var start = Identifiers.PREFIX + "/N" + seed + "-" + System.nanoTime() + "-";
    return new Creates(number -> start + number, 0);
  }

  /// The identifiers that resolves ask for, from the first on.
  public static Creates known() {
    return new Creates(Identifiers::id, 0);
  }

  @Override
  public void next(int request, ByteBuffer into) {
    var values = List.of(HandleValue.of(1, "URL", Identifiers.url(number)));
    var ask = new Request.Create(names.apply(number), values);
    number++;
    into.put(Encoder.encode(Message.request(request, Header.KEEP_ALIVE, Operation.CREATE, ask)));
  }
}
