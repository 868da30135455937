package duixian.policy.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The words that start a statement, with the keys that its lines may have (none: any).
public enum Keyword {
  POLICY("政策", List.of("施行", "届满", "兑现至", "金额", "舍入", "解释点")),
  ENTITY("主体", List.of()),
  DEFINITION("定义", List.of("解释点")),
  AWARD("奖补", List.of("对象", "条件", "频次", "额度", "上限", "名额", "年度", "次序", "受款", "材料", "解释点")),
  CAP("限额", List.of("范围", "按", "适用", "计入", "不超过", "期限", "分配", "超出时", "解释点")),
  TARGET("目标", List.of("指标", "不低于", "至", "解释点")),
  EXCEPTION("例外", List.of("于", "条件", "额度", "上限", "解释点")),
  REVISION("修订", List.of("自", "改", "依据")),
  READING("解释点", List.of("问", "可选", "采用", "理由")),
  PROPERTY("核查", List.of("解释点")),
  EXAMPLE("算例", List.of());

  private final String word;
  private final List<String> keys;

  Keyword(String word, List<String> keys) {
    this.word = word;
    this.keys = keys;
  }

  public String word() {
    return word;
  }

  public List<String> keys() {
    return keys;
  }

  /// Whether a value stands on the first line, behind a colon.
  boolean hasValue() {
    return this == DEFINITION || this == PROPERTY;
  }

  static boolean isKey(String word) {
    for (var keyword : values()) {
      if (keyword.keys.contains(word) && of(word) == null) {
        return true;
      }
    }
    return false;
  }

  static @Nullable Keyword of(String word) {
    for (var keyword : values()) {
      if (keyword.word.equals(word)) {
        return keyword;
      }
    }
    return null;
  }
}
