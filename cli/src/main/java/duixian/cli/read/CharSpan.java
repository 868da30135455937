package duixian.cli.read;

/// A stretch of a buffer as text, moved from cell to cell instead of copied.
final class CharSpan implements CharSequence {
  private char[] buffer = {};
  private int from;
  private int to;

  CharSpan of(char[] buffer, int from, int to) {
    this.buffer = buffer;
    this.from = from;
    this.to = to;
    return this;
  }

  @Override
  public int length() {
    return to - from;
  }

  @Override
  public char charAt(int index) {
    return buffer[from + index];
  }

  @Override
  public void getChars(int start, int end, char[] into, int at) {
    System.arraycopy(buffer, from + start, into, at, end - start);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new CharSpan().of(buffer, from + start, from + end);
  }

  @Override
  public String toString() {
    return new String(buffer, from, to - from);
  }
}
