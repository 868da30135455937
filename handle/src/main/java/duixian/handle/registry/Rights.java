package duixian.handle.registry;

import duixian.handle.store.Store;
import duixian.handle.value.AdminRecord;
import duixian.handle.value.HandleRecord;
import duixian.handle.value.HandleValue;
import duixian.handle.value.Input;
import duixian.handle.value.Malformed;
import duixian.handle.value.Reference;
import java.util.List;

/// Who may do what: the administrators of an identifier and those of its prefix.
///
/// The twelve permissions are those of [AdminRecord]. A reference in an `HS_ADMIN` value names a
/// key (index 0: any key of that identifier) or a group (`HS_VLIST`), three groups deep at most.
public final class Rights {
  private static final String GROUP = "HS_VLIST";
  private static final int DEEPEST = 3;

  private final Store store;
  private final Prefixes prefixes;

  public Rights(Store store, Prefixes prefixes) {
    this.store = store;
    this.prefixes = prefixes;
  }

  /// Whether `authority` has this permission on an identifier of `prefix` that holds `own` values.
  public boolean may(
      Authority authority, int permission, Prefix.Allotted prefix, List<HandleValue> own) {
    return switch (authority) {
      case Authority.Anyone() -> false;
      case Authority.Operator() -> true;
      case Authority.Enterprise(var name) -> name.equals(prefix.name());
      case Authority.Administrator(var who) ->
          grants(own, who, permission) || grants(prefix.values(), who, permission);
    };
  }

  private boolean grants(List<HandleValue> values, Reference who, int permission) {
    for (var value : values) {
      if (value.type().equals(AdminRecord.TYPE) && grants(value, who, permission)) {
        return true;
      }
    }
    return false;
  }

  private boolean grants(HandleValue value, Reference who, int permission) {
    try {
      var admin = AdminRecord.read(value.data());
      return admin.allows(permission) && covers(admin.administrator(), who, DEEPEST);
    } catch (Malformed _) {
      return false; // a broken record gives no rights
    }
  }

  private boolean covers(Reference named, Reference who, int depth) {
    if (same(named.handle(), who.handle())
        && (named.index() == who.index() || named.index() == 0)) {
      return true;
    }
    if (depth == 0) {
      return false;
    }
    for (var value : values(named.handle())) {
      if (value.type().equals(GROUP) && (named.index() == 0 || named.index() == value.index())) {
        for (var member : members(value.data())) {
          if (covers(member, who, depth - 1)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static List<Reference> members(byte[] data) {
    try {
      return new Input(data).list(8, in -> new Reference(in.text(), in.int4()));
    } catch (Malformed _) {
      return List.of();
    }
  }

  private static boolean same(String one, String other) {
    var first = Identifier.parse(one);
    var second = Identifier.parse(other);
    return first != null && second != null && first.text().equals(second.text());
  }

  /// Whether the identifier of an administrator is kept here.
  public boolean knows(Reference administrator) {
    var id = Identifier.parse(administrator.handle());
    var described = id == null ? null : id.described();
    return id != null
        && prefixes.get(described == null ? id.prefix() : described) instanceof Prefix.Allotted own
        && (described != null || !own.selfHosted());
  }

  /// The values that may hold the key of an administrator, public or not; index 0 asks for all.
  public List<HandleValue> keys(Reference administrator) {
    return values(administrator.handle()).stream()
        .filter(v -> administrator.index() == 0 || administrator.index() == v.index())
        .toList();
  }

  private List<HandleValue> values(String handle) {
    var id = Identifier.parse(handle);
    if (id == null) {
      return List.of();
    }
    var described = id.described();
    if (described != null) {
      return prefixes.get(described) instanceof Prefix.Allotted allotted
          ? allotted.values()
          : List.of();
    }
    var entry = store.get(id.bytes());
    return entry == null ? List.of() : HandleRecord.read(entry.record(), entry.modified()).values();
  }
}
