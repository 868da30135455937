package duixian.bench.node;

import duixian.handle.message.Encoder;
import duixian.handle.message.Message;
import duixian.handle.message.Operation;
import duixian.handle.message.Request;
import duixian.handle.value.HandleValue;
import java.util.List;

/// Creates of identifiers that are not there yet.
final class Creates implements Requests {
  private final String start;
  private long number;

  Creates(int seed) {
    start = Identifiers.PREFIX + "/N" + seed + "-" + System.nanoTime() + "-";
  }

  @Override
  public byte[] next(int request) {
    number++;
    var values = List.of(HandleValue.of(1, "URL", Identifiers.url(number)));
    var ask = new Request.Create(start + number, values);
    return Encoder.encode(Message.request(request, 0, Operation.CREATE, ask));
  }
}
