package duixian.policy.columns.exact;

import duixian.policy.columns.pass.Frame;
import duixian.policy.columns.pass.Sheet;
import duixian.policy.columns.plan.LackName;
import duixian.policy.columns.plan.Use;
import duixian.policy.model.Key;
import duixian.policy.value.Rounding;
import java.util.function.ToLongFunction;

/// What one use of a row needs: the number of its key, its limit.
record ExactUse(Exact exact, Frame frame, ToLongFunction<String> bits, Use use) {
  /// Answers what is lacking.
  long write(Sheet sheet, int i, Place place) {
    var applies = use.applies();
    var flag = applies == null ? Answer.YES : exact.answer(applies, place);
    if (flag.fails() || (!flag.isThere() && !use.kind().isMoney())) {
      unconcerned(sheet, i);
      return flag.lack();
    }
    var keyLack = key(sheet, i, place);
    if (keyLack != 0 && !use.kind().isMoney()) {
      unconcerned(sheet, i);
      return keyLack;
    }
    return flag.lack() | keyLack | limit(sheet, i, place, keyLack);
  }

  private long key(Sheet sheet, int i, Place place) {
    var number = 0L;
    var lack = 0L;
    var space = frame.space(use.space());
    for (int step = 0; step < use.keys().size(); step++) {
      var part = part(use.keys().get(step), place);
      lack |= part.lack();
      if (lack == 0 && !use.unique()) {
        number = space.join(step, number, part.whole());
      }
    }
    var keys = sheet.keys(use.slot());
    if (keys != null) {
      keys[i] = (int) number;
    }
    return lack;
  }

  private Answer part(Key key, Place place) {
    return switch (key) {
      case Key.Owner(var up, _) -> Answer.of(exact.row(place, up));
      case Key.Value(var up, var field) ->
          exact.fact(place.entity().ancestor(up), field, exact.row(place, up));
      case Key.Year() -> Answer.of(frame.calendar().rank(place.year()));
    };
  }

  private long limit(Sheet sheet, int i, Place place, long keyLack) {
    var expr = use.limit();
    if (expr == null) {
      return 0;
    }
    var limit = exact.answer(expr, place);
    var outside = use.outside();
    var counted =
        outside == null || use.isOutside() || keyLack != 0
            ? Answer.NO
            : exact.answer(outside, place);
    var lack = limit.lack() | counted.lack();
    if (lack != 0) {
      return lack;
    }
    var left = limit.number().minus(counted.number());
    var room =
        use.kind().isMoney()
            ? ExactRows.fen(left, Rounding.DOWN, 1)
            : Long.valueOf(left.numerator().longValueExact());
    if (room == null) {
      return exact.unusable(LackName.TOO_LARGE).lack();
    }
    var limits = sheet.limits(use.slot());
    if (limits != null) {
      limits[i] = use.isOutside() ? room : Math.max(0, room);
    }
    return 0;
  }

  private void unconcerned(Sheet sheet, int i) {
    var keys = sheet.keys(use.slot());
    var limits = sheet.limits(use.slot());
    if (keys != null) {
      keys[i] = -1;
    } else if (limits != null) {
      limits[i] = Long.MAX_VALUE;
    }
  }
}
