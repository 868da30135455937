package duixian.policy.trace;

import duixian.policy.value.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The four states of a decision.
public sealed interface Outcome {
  /// 可兑现, 不符合, 缺事实, 待定.
  String word();

  /// The formula's figure, and the most that may be granted after `cuts`. The cuts add up to the
  /// difference.
  record Payable(Money figure, Money ceiling, List<Cut> cuts) implements Outcome {
    public Payable {
      cuts = List.copyOf(cuts);
    }

    @Override
    public String word() {
      return "可兑现";
    }
  }

  /// Which conditions failed, or which term, quota or earlier grant stands against it.
  record Ineligible(List<String> reasons) implements Outcome {
    public Ineligible {
      reasons = List.copyOf(reasons);
    }

    @Override
    public String word() {
      return "不符合";
    }
  }

  /// Which facts are missing (or cannot be computed with, such as a zero divisor), and between what
  /// the grant may end up.
  record Lacking(List<Lack> lacks, @Nullable Money least, @Nullable Money most) implements Outcome {
    public Lacking {
      lacks = List.copyOf(lacks);
    }

    @Override
    public String word() {
      return "缺事实";
    }
  }

  /// Figures that nobody has decided: who decides what.
  record Undetermined(List<String> parts) implements Outcome {
    public Undetermined {
      parts = List.copyOf(parts);
    }

    @Override
    public String word() {
      return "待定";
    }
  }

  /// A cap or ceiling that cut, and by how much.
  record Cut(String name, Money amount) {}

  /// A missing fact: its place (`企业项目 X1 的 项目投资总额`) and why it is needed or what it is instead.
  record Lack(String fact, String why) {}
}
