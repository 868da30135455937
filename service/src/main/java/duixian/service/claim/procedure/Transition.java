package duixian.service.claim.procedure;

import duixian.service.party.Role;

/// An act that leads from a step to another.
public record Transition(
    String step, String act, String target, Role role, Effect effect, boolean needsReason) {
  /// What else the act does.
  public enum Effect {
    NONE,
    SUBMIT,
    ACCEPT,
    STOP,
    RESERVE,
    RELEASE,
    FUND,
    SETTLE,
    REVERSE
  }
}
