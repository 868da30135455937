package duixian.handle.http;

import duixian.handle.transport.Context;

/// Placeholder
final class StatusPage {
  private final Context context;

  StatusPage(Context context) {
    this.context = context;
  }

  String page() {
    return "" + context.traffic().connections.get();
  }

  String metrics() {
    return "";
  }
}
