package duixian.handle.load;

/// The file cannot be imported as a whole; the message is one Chinese sentence.
public final class ImportFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ImportFailed(String sentence) {
    super(sentence);
  }

  public ImportFailed(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
