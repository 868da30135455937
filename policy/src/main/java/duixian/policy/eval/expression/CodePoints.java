package duixian.policy.eval.expression;

/// The order of 标识: by code point, so that it does not hang on how a text is stored.
public final class CodePoints {
  private CodePoints() {}

  public static int compare(String a, String b) {
    var length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      var x = a.charAt(i);
      var y = b.charAt(i);
      if (x != y) {
        // A surrogate stands for a code point above every other char.
        var xHigh = Character.isSurrogate(x);
        var yHigh = Character.isSurrogate(y);
        return xHigh == yHigh ? Character.compare(x, y) : xHigh ? 1 : -1;
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
