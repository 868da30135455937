package duixian.handle.events;

/// The event log is damaged or cannot be written; the message is one Chinese sentence.
public final class LogFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LogFailed(String sentence) {
    super(sentence);
  }

  public LogFailed(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
