package duixian.policy.syntax;

/// The signs of the language in their canonical form, however wide they are written.
final class Signs {
  private static final String WRITTEN = "（）：；，、＝＋－−–×*＊÷／/＜＞≤≥≠→｛｝的．():;,=+-<>{}.";
  private static final String MEANT = "():;,,=+---×××÷÷÷<>≤≥≠→{}的.():;,=+-<>{}.";

  private Signs() {}

  /// A sign, or what is none; `length` in UTF-16 units of the text.
  record Sign(String text, int length, boolean known) {}

  static Sign at(String text, int at, int to) {
    var next = at + 1 < to ? text.charAt(at + 1) : ' ';
    var pair = text.charAt(at) + "" + next;
    return switch (pair) {
      case "->" -> new Sign("→", 2, true);
      case "<=" -> new Sign("≤", 2, true);
      case ">=" -> new Sign("≥", 2, true);
      default -> single(text, at);
    };
  }

  private static Sign single(String text, int at) {
    var index = WRITTEN.indexOf(text.charAt(at));
    var whole = text.substring(at, at + Character.charCount(text.codePointAt(at)));
    return index < 0
        ? new Sign(whole, whole.length(), false)
        : new Sign(MEANT.substring(index, index + 1), 1, true);
  }

  static String mend(String unknown) {
    return switch (unknown) {
      case "\"", "'", "“", "”", "‘", "’", "「", "」", "《", "》" -> "名称和词不加引号";
      case "&", "＆" -> "写 且";
      case "|", "｜" -> "写 或";
      case "!", "！" -> "写 非 或 ≠";
      case "~", "～", "—" -> "范围写成两个比较，如 甲 不低于 1家 且 甲 不超过 2家";
      case "%", "％" -> "百分号紧跟在数字后面，如 20%";
      case "#" -> "注释的 # 前面要有空格";
      case "[", "]", "【", "】" -> "用圆括号";
      case "￥", "¥", "$" -> "金额写成 200万元";
      case "。" -> "值的后面不写句号";
      default -> "删去它；可以用的符号有 + − × ÷ = ≠ < ≤ > ≥ → （ ） ， ；";
    };
  }
}
