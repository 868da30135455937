package duixian.policy.eval.settlement;

import java.util.Set;

/// Whose rows take room from others in ceilings, places and single grants. A row that is no rival
/// is judged by what the rivals left, and leaves all of it to those after it. The years of a term
/// and 历史最高 look back on every row.
public sealed interface Rivals {
  /// As when a whole city is settled on paper.
  Rivals ALL = new All();

  /// Each row as if nobody else asked: what others were really granted stands in the accounts.
  Rivals NONE = new None();

  boolean count(Claim claim);

  /// A row by its names.
  record Claim(String award, String object, int year) {}

  record All() implements Rivals {
    @Override
    public boolean count(Claim claim) {
      return true;
    }
  }

  record None() implements Rivals {
    @Override
    public boolean count(Claim claim) {
      return false;
    }
  }

  /// All but those that are out of the race.
  record Except(Set<Claim> out) implements Rivals {
    public Except {
      out = Set.copyOf(out);
    }

    @Override
    public boolean count(Claim claim) {
      return !out.contains(claim);
    }
  }
}
