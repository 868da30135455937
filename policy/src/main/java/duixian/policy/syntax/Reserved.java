package duixian.policy.syntax;

import java.util.Set;

/// The words that no declaration may take, since an expression could not tell them from the
/// language's own.
public final class Reserved {
  private static final Set<String> WORDS =
      Set.of(
          "且", "或", "非", "当且仅当", "如没有则", "按", "每", "其中", "其余", "待定", "年度", "认定日", "标识", "是", "否",
          "封顶");

  private Reserved() {}

  public static boolean isReserved(String word) {
    return WORDS.contains(word) || Relations.compares(word);
  }
}
