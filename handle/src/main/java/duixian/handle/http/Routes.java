package duixian.handle.http;

import duixian.handle.account.Accounts;
import duixian.handle.http.json.Json;
import duixian.handle.registry.Authority;
import duixian.handle.transport.Context;
import io.netty.handler.codec.http.HttpMethod;

/// Which part answers which path; everything here may wait for the store.
final class Routes {
  private final Context context;
  private final Accounts accounts;
  private final HandleRoutes handles;
  private final EnterpriseRoutes enterprise;
  private final PrefixRoutes prefixes;
  private final MessageRoute messages;
  private final StatusPage status;

  Routes(Context context) {
    this.context = context;
    accounts = new Accounts(context.node().store().rows("account"), context.clock());
    handles = new HandleRoutes(context.node());
    enterprise = new EnterpriseRoutes(context.node(), accounts);
    prefixes = new PrefixRoutes(context.node(), accounts);
    messages = new MessageRoute(context);
    status = new StatusPage(context);
  }

  Accounts accounts() {
    return accounts;
  }

  Reply answer(Asked asked) {
    try {
      var authority = accounts.authority(asked.token());
      var reply = route(asked, authority);
      return reply;
    } catch (Json.Wrong e) {
      context.node().counting().malformed(asked.caller());
      return failure(asked, 400, String.valueOf(e.getMessage()));
    }
  }

  private Reply route(Asked asked, Authority authority) {
    var path = asked.path();
    if (asked.type().startsWith(Reply.MESSAGE) && asked.method().equals(HttpMethod.POST)) {
      return messages.answer(asked);
    }
    if (path.startsWith("/api/handles")) {
      return handles.answer(asked, authority);
    }
    if (path.startsWith("/identity") || path.startsWith("/snms/")) {
      return enterprise.answer(asked, authority);
    }
    if (path.startsWith("/api/prefixes") || path.startsWith("/api/accounts")) {
      return prefixes.answer(asked, authority);
    }
    return switch (path) {
      case "/" -> Reply.text(Reply.HTML, status.page());
      case "/metrics" -> Reply.text(Reply.TEXT, status.metrics());
      default -> failure(asked, 404, "没有这个地址：" + path);
    };
  }

  /// A failure in the shape the path's clients know.
  static Reply failure(Asked asked, int status, String sentence) {
    return asked.path().startsWith("/api/handles")
        ? HandleRoutes.failure(status, 2, sentence)
        : EnterpriseRoutes.failure(status, sentence);
  }
}
