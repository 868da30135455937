package duixian.handle.rocks;

/// The engine or its disk failed; the message is one Chinese sentence, the cause says the rest.
public final class StoreFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreFailed(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
