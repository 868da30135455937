package duixian.policy.facts.text;

import java.util.Arrays;

/// Many short texts one after another in one array, by number from 0. A million Strings would be
/// two million objects for the collector to carry about.
public final class TextPool {
  private char[] chars = new char[256];
  private int[] ends = new int[16];
  private int size;

  public int size() {
    return size;
  }

  public void add(CharSequence text) {
    var from = size == 0 ? 0 : ends[size - 1];
    var to = Math.addExact(from, text.length());
    if (to > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(to, from * 2));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
    }
    text.getChars(0, text.length(), chars, from);
    ends[size++] = to;
  }

  public String text(int number) {
    return new String(chars, from(number), length(number));
  }

  boolean holds(int number, CharSequence text) {
    var from = from(number);
    if (text.length() != ends[number] - from) {
      return false;
    }
    for (int i = text.length() - 1; i >= 0; i--) {
      if (chars[from + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// Whether a text is longer than that one, or as long and greater. Numbered names mostly come in
  /// this order.
  boolean isBelow(int number, CharSequence text) {
    var length = length(number);
    if (text.length() != length) {
      return text.length() > length;
    }
    var from = from(number);
    for (int i = 0; i < length; i++) {
      if (chars[from + i] != text.charAt(i)) {
        return chars[from + i] < text.charAt(i);
      }
    }
    return false;
  }

  /// In the order of code points.
  public int compare(int number, TextPool other, int otherNumber) {
    var from = from(number);
    var otherFrom = other.from(otherNumber);
    var length = Math.min(length(number), other.length(otherNumber));
    for (int i = 0; i < length; i++) {
      var left = chars[from + i];
      var right = other.chars[otherFrom + i];
      if (left != right) {
        return compare(left, right);
      }
    }
    return Integer.compare(length(number), other.length(otherNumber));
  }

  /// The first eight characters as one unsigned number that sorts alike, up to the first that is no
  /// Latin letter.
  public long head(int number) {
    var from = from(number);
    var length = length(number);
    var head = 0L;
    for (int i = 0; i < Long.BYTES; i++) {
      var next = i < length ? Math.min(chars[from + i] + 1, 0xFF) : 0;
      head = (head << Byte.SIZE) | next;
      if (next == 0xFF) {
        return head << (Byte.SIZE * (Long.BYTES - 1 - i));
      }
    }
    return head;
  }

  static int hash(CharSequence text) {
    var hash = 0;
    for (int i = 0; i < text.length(); i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return spread(hash);
  }

  /// The same of a text in here.
  int hash(int number) {
    var hash = 0;
    for (int i = from(number); i < ends[number]; i++) {
      hash = 31 * hash + chars[i];
    }
    return spread(hash);
  }

  /// The multiplication carries the last characters, in which numbered names differ, up into the
  /// bits that a table folds down.
  private static int spread(int hash) {
    return hash * 0x9E3779B9;
  }

  /// Two characters that differ, in the order of the code points to which they belong.
  private static int compare(char left, char right) {
    return Character.compare(aboveSurrogates(left), aboveSurrogates(right));
  }

  /// Surrogates stand for code points above every other char.
  private static char aboveSurrogates(char c) {
    if (Character.isSurrogate(c)) {
      return (char) (c + 0x2000);
    }
    return c > Character.MAX_SURROGATE ? (char) (c - 0x800) : c;
  }

  private int from(int number) {
    return number == 0 ? 0 : ends[number - 1];
  }

  private int length(int number) {
    return ends[number] - from(number);
  }
}
