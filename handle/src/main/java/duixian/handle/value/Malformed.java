package duixian.handle.value;

/// Bytes that are not what their format says; the message names the field and the figure.
///
/// It carries no stack trace: hostile input must not cost more than the answer it gets.
public final class Malformed extends RuntimeException {
  public Malformed(String message) {
    super(message, null, false, false);
  }
}
