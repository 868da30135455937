package duixian.handle.load;

/// Whole records of the file: `length` bytes that begin at byte `offset` and line `line`, of which
/// there are `lines`.
@SuppressWarnings("ArrayRecordComponent")
record Stretch(byte[] bytes, int length, long offset, long line, int lines) {
  long end() {
    return offset + length;
  }
}
