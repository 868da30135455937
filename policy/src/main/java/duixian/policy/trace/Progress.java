package duixian.policy.trace;

import duixian.policy.model.Target;
import duixian.policy.value.Rational;
import org.jspecify.annotations.Nullable;

/// How far a 目标 is reached. `measured` and `floor` are as an officer reads them; `share` is
/// measured ÷ floor, exact, null where either is not known or the floor is zero.
public record Progress(
    Target target,
    State state,
    String measured,
    String floor,
    @Nullable Rational share,
    Explanation explanation) {

  /// The states of a target.
  public enum State {
    REACHED("已达到"),
    SHORT("未达到"),
    LACKING("缺事实"),
    UNDETERMINED("待定");

    private final String word;

    State(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
