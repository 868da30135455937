package duixian.service.party;

/// What was entered cannot be taken; the message is the sentence for the user.
public final class Rejected extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Rejected(String message) {
    super(message);
  }
}
