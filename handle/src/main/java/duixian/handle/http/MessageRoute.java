package duixian.handle.http;

import duixian.handle.transport.Context;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A message of the binary protocol in an HTTP request; the answer is one message too.
final class MessageRoute {
  private static final int SECONDS = 30;

  private final Context context;

  MessageRoute(Context context) {
    this.context = context;
  }

  Reply answer(Asked asked) {
    var answer = new CompletableFuture<byte[]>();
    context.envoy().answer(asked.body(), asked.caller(), answer::complete);
    // Whoever gets no answer within the time sent no message at all.
    var bytes = answer.completeOnTimeout(new byte[0], SECONDS, TimeUnit.SECONDS).join();
    return bytes.length == 0
        ? EnterpriseRoutes.failure(400, "不是标识报文")
        : new Reply(200, Reply.MESSAGE, bytes);
  }
}
