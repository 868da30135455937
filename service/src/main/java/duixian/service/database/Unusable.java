package duixian.service.database;

/// The service cannot start as it was told to; the message is the sentence for who started it.
public final class Unusable extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Unusable(String message) {
    super(message);
  }

  Unusable(String message, Throwable cause) {
    super(message, cause);
  }
}
