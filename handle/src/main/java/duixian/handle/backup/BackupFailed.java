package duixian.handle.backup;

/// A backup cannot be made or brought back; the message is one Chinese sentence.
public final class BackupFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BackupFailed(String sentence) {
    super(sentence);
  }

  public BackupFailed(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
