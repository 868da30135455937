package duixian.service.audit.web;

import org.jspecify.annotations.Nullable;

/// The newest signed head; null before the log was first signed. `size` is of the log itself.
public record LogPage(long size, @Nullable Head head) {
  public record Head(long size, String root, String signedAt, String signature) {}
}
