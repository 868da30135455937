package duixian.handle.value;

/// One value of one identifier, written `300:0.NA/88.118`; administrators are named this way.
public record Reference(String handle, int index) {
  static Reference read(Input in) {
    return new Reference(in.text(), in.int4());
  }

  void write(Output out) {
    out.text(handle).int4(index);
  }

  @Override
  public String toString() {
    return Integer.toUnsignedString(index) + ":" + handle;
  }
}
