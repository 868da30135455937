package duixian.service.budget;

/// A bound would be exceeded, so nothing of the transaction stands. `left` is what the account
/// could still take; the message is the sentence for the user.
public final class Exceeded extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String account;
  private final long left;

  Exceeded(String account, long left, String message) {
    super(message);
    this.account = account;
    this.left = left;
  }

  /// `限额名（键）`.
  public String account() {
    return account;
  }

  public long left() {
    return left;
  }
}
