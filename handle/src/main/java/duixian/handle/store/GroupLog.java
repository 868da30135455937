package duixian.handle.store;

/// Where the store notes each group after it is durable there and before anybody is told.
///
/// An implementation must be durable when [#append] returns; when it throws, the store refuses all
/// further changes until it is opened again.
public interface GroupLog {

  /// The number of the last group noted, 0 for none.
  long last();

  /// `payload` is `group.encode()`.
  void append(Group group, byte[] payload);

  /// Notes nothing: for a store whose counts nobody will ask for.
  static GroupLog none() {
    return new GroupLog() {
      private long last;

      @Override
      public long last() {
        return last;
      }

      @Override
      public void append(Group group, byte[] payload) {
        last = group.number();
      }
    };
  }
}
