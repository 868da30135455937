package duixian.handle.store;

/// Where the store notes each group after it is durable there and before anybody is told.
///
/// An implementation must be durable when [#append] returns; when it throws, the store refuses all
/// further changes until it is opened again.
public interface GroupLog {

  /// A group as bytes (`group.encode()`) and as whatever the log hashes it to.
  @SuppressWarnings("ArrayRecordComponent")
  record Ready(Group group, byte[] payload, byte[] leaf) {}

  /// The number of the last group noted, 0 for none.
  long last();

  /// Makes a group ready to be appended. It depends on nothing but the group, so that any thread
  /// may do it beforehand.
  default Ready ready(Group group) {
    return new Ready(group, group.encode(), new byte[0]);
  }

  void append(Ready ready);

  /// Notes nothing: for a store whose counts nobody will ask for.
  static GroupLog none() {
    return new GroupLog() {
      private long last;

      @Override
      public long last() {
        return last;
      }

      @Override
      public void append(Ready ready) {
        last = ready.group().number();
      }
    };
  }
}
