package duixian.handle.node;

import duixian.handle.message.Header;
import duixian.handle.message.Request;
import duixian.handle.message.Result;
import duixian.handle.registry.Authority;
import duixian.handle.registry.Identifier;
import duixian.handle.registry.Prefix;
import duixian.handle.registry.Prefixes;
import duixian.handle.registry.Rights;
import duixian.handle.store.Store;
import duixian.handle.value.AdminRecord;
import duixian.handle.value.HandleRecord;
import duixian.handle.value.HandleValue;
import duixian.handle.value.SiteInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Resolves an identifier to those of its values that the caller may see, or refers it to the node
/// that can.
final class Resolution {
  private final Store store;
  private final Prefixes prefixes;
  private final Rights rights;

  Resolution(Store store, Prefixes prefixes, Rights rights) {
    this.store = store;
    this.prefixes = prefixes;
    this.rights = rights;
  }

  /// What a resolve found; `open` when nothing was held back, so that everybody gets the same.
  sealed interface Found {
    record Values(List<HandleValue> values, boolean open) implements Found {}

    record Elsewhere(String service, List<HandleValue> sites) implements Found {}

    /// The prefix asked about belongs below one whose enterprise has a node of its own.
    record Delegated(String service, List<HandleValue> sites) implements Found {}

    record Nothing(Result result) implements Found {}

    /// Nobody asked for anything, only whether we live.
    record Heartbeat() implements Found {}
  }

  Found resolve(Request.Resolve asked, int flags, Authority authority) {
    if (asked.handle().equals(Request.Resolve.HEARTBEAT)) {
      return new Found.Heartbeat();
    }
    var id = Identifier.parse(asked.handle());
    if (id == null) {
      return new Found.Nothing(Result.INVALID_HANDLE);
    }
    var described = id.described();
    if (described != null) {
      var own = allotted(described);
      return own == null
          ? delegated(described, flags)
          : visible(select(own.values(), asked), own, own.values(), flags, authority);
    }
    var prefix = allotted(id.prefix());
    if (prefix == null) {
      return new Found.Nothing(Result.HANDLE_NOT_FOUND);
    }
    if (prefix.selfHosted()) {
      return (flags & Header.DO_NOT_REFER) != 0
          ? new Found.Nothing(Result.HANDLE_NOT_FOUND)
          : new Found.Elsewhere(Identifier.OF_PREFIX + prefix.name(), sites(prefix));
    }
    var entry = store.get(id.bytes());
    if (entry == null) {
      return new Found.Nothing(Result.HANDLE_NOT_FOUND);
    }
    var values = HandleRecord.read(entry.record(), entry.modified()).values();
    return visible(select(values, asked), prefix, values, flags, authority);
  }

  /// A prefix we do not know may be known to the node of the nearest one above it.
  private Found delegated(String name, int flags) {
    if ((flags & Header.DO_NOT_REFER) == 0) {
      for (var dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
        var above = allotted(name.substring(0, dot));
        if (above != null) {
          return above.selfHosted()
              ? new Found.Delegated(Identifier.OF_PREFIX + above.name(), sites(above))
              : new Found.Nothing(Result.HANDLE_NOT_FOUND);
        }
      }
    }
    return new Found.Nothing(Result.HANDLE_NOT_FOUND);
  }

  boolean hosts(String prefix) {
    var own = allotted(prefix);
    return own != null && !own.selfHosted();
  }

  /// A suspended prefix still resolves.
  private Prefix.@Nullable Allotted allotted(String name) {
    return switch (prefixes.get(name)) {
      case Prefix.Allotted prefix -> prefix;
      case Prefix.Suspended(var prefix, _, _) -> prefix;
      case null, default -> null;
    };
  }

  private Found visible(
      List<HandleValue> selected,
      Prefix.Allotted prefix,
      List<HandleValue> own,
      int flags,
      Authority authority) {
    var hidden = selected.stream().anyMatch(value -> !value.allows(HandleValue.PUBLIC_READ));
    if (!hidden) {
      return selected.isEmpty()
          ? new Found.Nothing(Result.VALUES_NOT_FOUND)
          : new Found.Values(selected, true);
    }
    if ((flags & Header.PUBLIC_ONLY) != 0) {
      return some(selected, HandleValue.PUBLIC_READ);
    }
    if (authority instanceof Authority.Anyone) {
      return new Found.Nothing(Result.AUTHENTICATION_NEEDED);
    }
    return rights.may(authority, AdminRecord.READ_VALUE, prefix, own)
        ? some(selected, HandleValue.PUBLIC_READ | HandleValue.ADMIN_READ)
        : new Found.Nothing(Result.NO_PERMISSION);
  }

  private static Found some(List<HandleValue> selected, int permission) {
    var seen = selected.stream().filter(value -> value.allows(permission)).toList();
    return seen.isEmpty()
        ? new Found.Nothing(Result.VALUES_NOT_FOUND)
        : new Found.Values(seen, false);
  }

  private static List<HandleValue> select(List<HandleValue> values, Request.Resolve asked) {
    if (asked.indexes().isEmpty() && asked.types().isEmpty()) {
      return values;
    }
    return values.stream()
        .filter(value ->
            asked.indexes().contains(value.index())
                || asked.types().stream().anyMatch(value::hasType))
        .toList();
  }

  private static List<HandleValue> sites(Prefix.Allotted prefix) {
    return prefix.values().stream().filter(value -> value.type().equals(SiteInfo.TYPE)).toList();
  }
}
