package duixian.service.target;

import duixian.policy.model.Target;
import duixian.policy.trace.Progress;
import duixian.policy.value.Rational;
import org.jspecify.annotations.Nullable;

/// Where a target stands: a [Progress] without the explanation, short enough to be kept.
public record Standing(
    Target target, Progress.State state, String measured, String floor, @Nullable Rational share) {
  static Standing of(Progress progress) {
    return new Standing(
        progress.target(),
        progress.state(),
        progress.measured(),
        progress.floor(),
        progress.share());
  }
}
