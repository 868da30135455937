package duixian.handle.registry;

import duixian.handle.message.Result;
import duixian.handle.value.HandleValue;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What values may look like, whatever template they follow.
public final class ValueRules {
  /// More would not fit the longest message anyway.
  private static final int MOST_VALUES = 2048;

  private static final int LONGEST_TYPE = 128;
  private static final int LONGEST_VALUE = 255;

  private ValueRules() {}

  /// What deployed nodes accept: types to 128, values to 255 characters; keys and records of the
  /// system itself (`HS_…`) are longer.
  public static @Nullable Verdict wrong(List<HandleValue> values) {
    if (values.size() > MOST_VALUES) {
      return Verdict.of(Result.INVALID_VALUE, "至多 2048 个值");
    }
    var indexes = new HashSet<Integer>();
    for (var value : values) {
      if (value.index() <= 0 || !indexes.add(value.index())) {
        return Verdict.of(Result.INVALID_VALUE, "索引须为正且不重复，这里是 " + value.index());
      }
      if (value.type().isEmpty() || value.type().length() > LONGEST_TYPE) {
        return Verdict.of(Result.INVALID_VALUE, "索引 " + value.index() + " 的类型须为 1 至 128 个字符");
      }
      if (!value.type().startsWith("HS_") && characters(value.data()) > LONGEST_VALUE) {
        return Verdict.of(Result.INVALID_VALUE, "索引 " + value.index() + " 的值超过 255 个字符");
      }
    }
    return null;
  }

  private static int characters(byte[] data) {
    if (data.length <= LONGEST_VALUE) {
      return data.length;
    }
    var text = new String(data, StandardCharsets.UTF_8);
    return text.codePointCount(0, text.length());
  }
}
