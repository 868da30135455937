package duixian.policy.syntax;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The words that compare: those of the language, and those of everyday speech that it refuses.
final class Relations {
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("=", "="),
          Map.entry("≠", "≠"),
          Map.entry("<", "<"),
          Map.entry("≤", "≤"),
          Map.entry(">", ">"),
          Map.entry("≥", "≥"),
          Map.entry("超过", ">"),
          Map.entry("不超过", "≤"),
          Map.entry("不低于", "≥"),
          Map.entry("低于", "<"));
  private static final Map<String, String> INSTEAD =
      Map.ofEntries(
          Map.entry("大于", "超过"),
          Map.entry("高于", "超过"),
          Map.entry("多于", "超过"),
          Map.entry("小于", "低于"),
          Map.entry("少于", "低于"),
          Map.entry("不足", "低于"),
          Map.entry("不高于", "不超过"),
          Map.entry("不大于", "不超过"),
          Map.entry("不少于", "不低于"),
          Map.entry("不小于", "不低于"),
          Map.entry("等于", "="),
          Map.entry("不等于", "≠"));

  private Relations() {}

  /// The canonical sign; null for what compares nothing.
  static @Nullable String sign(String word) {
    return KNOWN.get(word);
  }

  /// 以上 and 以下 do not say whether the number itself belongs.
  static boolean isAmbiguous(String word) {
    return word.equals("以上") || word.equals("以下") || word.equals("以内");
  }

  static @Nullable String instead(String word) {
    return INSTEAD.get(word);
  }

  static boolean compares(String word) {
    return KNOWN.containsKey(word) || INSTEAD.containsKey(word) || isAmbiguous(word);
  }
}
