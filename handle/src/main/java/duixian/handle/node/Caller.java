package duixian.handle.node;

import duixian.handle.store.Channel;
import duixian.handle.value.Reference;
import org.jspecify.annotations.Nullable;

/// The other end of a connection: by which way it came, from where, and as whom it logged in.
///
/// `source` is an IPv4 address as an int, of an IPv6 address its four words xored. A login
/// (operation 2001) is bound to the connection and lives as long; UDP has none.
public final class Caller {
  private final Channel channel;
  private final int source;
  private volatile @Nullable Reference login;

  public Caller(Channel channel, int source) {
    this.channel = channel;
    this.source = source;
  }

  public Channel channel() {
    return channel;
  }

  public int source() {
    return source;
  }

  public @Nullable Reference login() {
    return login;
  }

  void login(Reference administrator) {
    login = administrator;
  }
}
