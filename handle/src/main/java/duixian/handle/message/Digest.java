package duixian.handle.message;

import duixian.handle.value.Input;
import duixian.handle.value.Malformed;
import duixian.handle.value.Output;

/// A digest with the number of its algorithm; over header and body of a request, it ties an answer
/// to it.
@SuppressWarnings("ArrayRecordComponent")
public record Digest(byte algorithm, byte[] value) {
  public static final byte MD5 = 1;
  public static final byte SHA1 = 2;
  public static final byte SHA256 = 3;

  /// Our own number for the national digest, outside the range others use.
  public static final byte SM3 = 83;

  static Digest read(Input in) {
    var algorithm = in.int1();
    return new Digest(algorithm, in.raw(length(algorithm)));
  }

  void write(Output out) {
    out.int1(algorithm).raw(value);
  }

  private static int length(byte algorithm) {
    return switch (algorithm) {
      case MD5 -> 16;
      case SHA1 -> 20;
      case SHA256, SM3 -> 32;
      default -> throw new Malformed("unknown digest algorithm " + algorithm);
    };
  }
}
