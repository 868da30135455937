package duixian.service.claim;

/// The act is not done; the message is the sentence for the user: what, where, how to mend.
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Refusal(String message) {
    super(message);
  }
}
