package duixian.policy.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// What is wrong with the facts: the first problems, and how many there are in all.
public final class Problems {
  /// A file read with the wrong column order is wrong on every line; more than this helps nobody.
  static final int SHOWN = 20;

  private final List<Problem> first = new ArrayList<>();
  private long count;

  public void add(Problem problem) {
    add(() -> problem);
  }

  void add(Supplier<Problem> problem) {
    count++;
    if (first.size() < SHOWN) {
      first.add(problem.get());
    }
  }

  /// This one explains all the others: a file in another encoding is full of unknown names.
  public void replaceBy(Problem problem) {
    first.clear();
    count = 0;
    add(problem);
  }

  public boolean isEmpty() {
    return count == 0;
  }

  public long count() {
    return count;
  }

  public List<Problem> first() {
    return List.copyOf(first);
  }

  /// A line for each of the first problems and one that says how many more there are.
  public List<String> lines() {
    var lines = new ArrayList<>(first.stream().map(Problem::text).toList());
    if (count > first.size()) {
      lines.add("……共 " + count + " 处错误，以上是前 " + first.size() + " 处。");
    }
    return lines;
  }
}
