package duixian.handle.registry;

import duixian.handle.message.Result;
import duixian.handle.value.HandleValue;
import java.util.ArrayList;
import java.util.List;

/// The values after a change of some of them, or why there is none.
///
/// A value that may not be written by its administrators (`ADMIN_WRITE` off) is neither changed nor
/// removed.
public record Edit(Verdict verdict, List<HandleValue> values) {
  /// From the values there are to an edit.
  public interface Step {
    Edit apply(List<HandleValue> values);
  }

  public static Edit to(List<HandleValue> values) {
    return new Edit(Verdict.SUCCESS, values.stream().map(value -> value.at(0)).toList());
  }

  public static Edit add(List<HandleValue> old, List<HandleValue> more) {
    for (var value : more) {
      if (position(old, value.index()) >= 0) {
        return refused(Result.VALUE_EXISTS, value.index());
      }
    }
    var all = new ArrayList<>(old);
    more.forEach(value -> all.add(value.at(0)));
    return new Edit(Verdict.SUCCESS, all);
  }

  public static Edit modify(List<HandleValue> old, List<HandleValue> changed) {
    var all = new ArrayList<>(old);
    for (var value : changed) {
      var at = position(all, value.index());
      if (at < 0) {
        return refused(Result.VALUES_NOT_FOUND, value.index());
      }
      if (!all.get(at).allows(HandleValue.ADMIN_WRITE)) {
        return refused(Result.NO_PERMISSION, value.index());
      }
      all.set(at, value.at(0));
    }
    return new Edit(Verdict.SUCCESS, all);
  }

  public static Edit remove(List<HandleValue> old, List<Integer> indexes) {
    var all = new ArrayList<>(old);
    for (var index : indexes) {
      var at = position(all, index);
      if (at < 0) {
        return refused(Result.VALUES_NOT_FOUND, index);
      }
      if (!all.get(at).allows(HandleValue.ADMIN_WRITE)) {
        return refused(Result.NO_PERMISSION, index);
      }
      all.remove(at);
    }
    return new Edit(Verdict.SUCCESS, all);
  }

  private static int position(List<HandleValue> values, int index) {
    for (var i = 0; i < values.size(); i++) {
      if (values.get(i).index() == index) {
        return i;
      }
    }
    return -1;
  }

  private static Edit refused(Result result, int index) {
    return new Edit(Verdict.of(result, "索引 " + index), List.of());
  }
}
