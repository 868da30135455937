package duixian.service.claim.submission;

/// What came of running a submission again from its snapshot.
public record Replay(Submission submission, String result, String receipt) {
  /// Whether policy, facts and choices of that day still give the same to the last character.
  public boolean isSame() {
    return receipt.equals(submission.receipt()) && result.equals(submission.result());
  }
}
