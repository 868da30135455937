package duixian.handle.node;

import duixian.handle.message.Result;
import duixian.handle.registry.Authority;
import duixian.handle.registry.Edit;
import duixian.handle.registry.Identifier;
import duixian.handle.registry.Prefix;
import duixian.handle.registry.Prefixes;
import duixian.handle.registry.Quotas;
import duixian.handle.registry.Rights;
import duixian.handle.registry.Templates;
import duixian.handle.registry.Verdict;
import duixian.handle.store.Change;
import duixian.handle.store.Channel;
import duixian.handle.store.Entry;
import duixian.handle.store.Outcome;
import duixian.handle.store.Store;
import duixian.handle.value.AdminRecord;
import duixian.handle.value.HandleRecord;
import duixian.handle.value.HandleValue;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Creates, changes and deletes identifiers: prefix, rights, limits, template, quota, then the
/// store.
///
/// The same rules for every channel. Changes of values that stand on what was read are tried again
/// when somebody else was faster, three times.
public final class Registrar {
  /// More would not fit the longest message anyway.
  private static final int MOST_VALUES = 2048;

  private static final int LONGEST_TYPE = 128;
  private static final int LONGEST_VALUE = 255;
  private static final int TRIES = 3;

  private final Store store;
  private final Prefixes prefixes;
  private final Templates templates;
  private final Quotas quotas;
  private final Rights rights;

  Registrar(Store store, Prefixes prefixes, Templates templates, Quotas quotas, Rights rights) {
    this.store = store;
    this.prefixes = prefixes;
    this.templates = templates;
    this.quotas = quotas;
    this.rights = rights;
  }

  /// Who wants it, by which way, and with which idempotency key.
  @SuppressWarnings("ArrayRecordComponent")
  public record By(Authority authority, Channel channel, byte @Nullable [] once) {}

  /// Tells the verdict after the create is durable, maybe on the committer's thread.
  public void create(String handle, List<HandleValue> values, By by, Consumer<Verdict> done) {
    var id = Identifier.parse(handle);
    var wrong = refusal(id, values, by);
    if (id == null || wrong != null) {
      done.accept(wrong == null ? Verdict.of(Result.INVALID_HANDLE) : wrong);
      return;
    }
    var prefix = (Prefix.Allotted) Objects.requireNonNull(prefixes.get(id.prefix()));
    var bytes = id.bytes();
    if (!quotas.take(prefix.name(), prefix.quota()) && !takeBeyond(prefix.name(), bytes)) {
      done.accept(Verdict.of(Result.QUOTA_EXHAUSTED, prefix.name()));
      return;
    }
    var fresh = values.stream().map(value -> value.at(0)).toList();
    var change = new Change.Create(bytes, new HandleRecord(fresh).toBytes(), by.channel, by.once);
    store.submit(
        change,
        (outcome, changed) -> {
          quotas.settle(prefix.name(), changed);
          done.accept(verdict(outcome));
        });
  }

  /// When the quota is used up, only what is there already still goes to the store, which refuses
  /// it as a duplicate or answers a repetition as the first time.
  private boolean takeBeyond(String prefix, byte[] id) {
    if (store.get(id) == null) {
      return false;
    }
    quotas.takeBeyond(prefix);
    // Deleted since, its place may be somebody else's; deleted from now on, it is kept from others.
    if (store.get(id) != null) {
      return true;
    }
    quotas.settle(prefix, false);
    return false;
  }

  private @Nullable Verdict refusal(@Nullable Identifier id, List<HandleValue> values, By by) {
    if (id == null || id.described() != null) {
      return Verdict.of(Result.INVALID_HANDLE, "须为 前缀/后缀，至多 255 个字符");
    }
    var wrong = malformed(values);
    if (wrong != null) {
      return wrong;
    }
    return switch (prefixes.get(id.prefix())) {
      case Prefix.Allotted prefix when prefix.selfHosted() -> Verdict.of(Result.SERVICE_REFERRAL);
      case Prefix.Allotted prefix -> {
        if (!rights.may(by.authority, AdminRecord.ADD_HANDLE, prefix, List.of())) {
          yield Verdict.of(Result.NO_PERMISSION, "不是前缀 " + prefix.name() + " 的注册管理员");
        }
        var checked = templates.check(prefix, values);
        yield checked.ok() ? null : checked;
      }
      case null, default -> Verdict.of(Result.PREFIX_NOT_ALLOTTED, id.prefix());
    };
  }

  /// What deployed nodes accept: types to 128, values to 255 characters; keys and records of the
  /// system itself (`HS_…`) are longer.
  static @Nullable Verdict malformed(List<HandleValue> values) {
    if (values.size() > MOST_VALUES) {
      return Verdict.of(Result.INVALID_VALUE, "至多 2048 个值");
    }
    var indexes = new HashSet<Integer>();
    for (var value : values) {
      if (value.index() <= 0 || !indexes.add(value.index())) {
        return Verdict.of(Result.INVALID_VALUE, "索引须为正且不重复，这里是 " + value.index());
      }
      if (value.type().isEmpty() || value.type().length() > LONGEST_TYPE) {
        return Verdict.of(Result.INVALID_VALUE, "索引 " + value.index() + " 的类型须为 1 至 128 个字符");
      }
      if (!value.type().startsWith("HS_") && characters(value.data()) > LONGEST_VALUE) {
        return Verdict.of(Result.INVALID_VALUE, "索引 " + value.index() + " 的值超过 255 个字符");
      }
    }
    return null;
  }

  private static int characters(byte[] data) {
    if (data.length <= LONGEST_VALUE) {
      return data.length;
    }
    var text = new String(data, StandardCharsets.UTF_8);
    return text.codePointCount(0, text.length());
  }

  public Verdict delete(String handle, By by) {
    return change(
        handle,
        AdminRecord.DELETE_HANDLE,
        by,
        (id, entry, _, prefix) -> {
          var outcome = new CompletableFuture<Outcome>();
          store.submit(
              new Change.Delete(id.bytes(), entry.version(), by.channel, by.once),
              (what, changed) -> {
                if (changed) {
                  quotas.deleted(prefix.name());
                }
                outcome.complete(what);
              });
          return outcome.join();
        });
  }

  /// Puts these values in place of all there are.
  public Verdict replace(String handle, List<HandleValue> values, By by) {
    var wrong = malformed(values);
    return wrong != null ? wrong : edit(handle, AdminRecord.MODIFY_VALUE, by, _ -> Edit.to(values));
  }

  public Verdict add(String handle, List<HandleValue> values, By by) {
    var wrong = malformed(values);
    return wrong != null
        ? wrong
        : edit(
            handle,
            needed(values, AdminRecord.ADD_VALUE, AdminRecord.ADD_ADMIN),
            by,
            old -> Edit.add(old, values));
  }

  public Verdict modify(String handle, List<HandleValue> values, By by) {
    var wrong = malformed(values);
    return wrong != null
        ? wrong
        : edit(
            handle,
            needed(values, AdminRecord.MODIFY_VALUE, AdminRecord.MODIFY_ADMIN),
            by,
            old -> Edit.modify(old, values));
  }

  public Verdict remove(String handle, List<Integer> indexes, By by) {
    return edit(handle, AdminRecord.REMOVE_VALUE, by, old -> Edit.remove(old, indexes));
  }

  private static int needed(List<HandleValue> values, int usual, int forAdmins) {
    var admins = values.stream().filter(v -> v.type().equals(AdminRecord.TYPE)).count();
    return (admins < values.size() ? usual : 0) | (admins > 0 ? forAdmins : 0);
  }

  private Verdict edit(String handle, int permission, By by, Edit.Step step) {
    var id = Identifier.parse(handle);
    var described = id == null ? null : id.described();
    if (described != null) {
      return describe(described, permission, by, step);
    }
    var refused = new Verdict[1];
    var verdict =
        change(
            handle,
            permission,
            by,
            (where, entry, values, prefix) -> {
              var edit = step.apply(values);
              var checked =
                  edit.verdict().ok() ? templates.check(prefix, edit.values()) : edit.verdict();
              if (!checked.ok()) {
                refused[0] = checked;
                return Outcome.REPLACED;
              }
              var record = new HandleRecord(edit.values()).toBytes();
              return store.apply(
                  new Change.Replace(where.bytes(), entry.version(), record, by.channel, by.once));
            });
    return refused[0] != null ? refused[0] : verdict;
  }

  /// The same on the identifier that describes a prefix.
  private Verdict describe(String name, int permission, By by, Edit.Step step) {
    if (!(prefixes.get(name) instanceof Prefix.Allotted prefix)) {
      return Verdict.of(Result.HANDLE_NOT_FOUND);
    }
    if (!rights.may(by.authority, permission, prefix, List.of())) {
      return Verdict.of(Result.NO_PERMISSION);
    }
    var verdict = new Verdict[] {Verdict.SUCCESS};
    var changed =
        prefixes.describe(
            name,
            old -> {
              var edit = step.apply(old);
              verdict[0] = edit.verdict();
              return edit.verdict().ok() ? edit.values() : null;
            });
    return verdict[0].ok() ? changed : verdict[0];
  }

  /// One try of a change on what was just read.
  private interface Attempt {
    Outcome apply(Identifier id, Entry entry, List<HandleValue> values, Prefix.Allotted prefix);
  }

  private Verdict change(String handle, int permission, By by, Attempt attempt) {
    var id = Identifier.parse(handle);
    if (id == null) {
      return Verdict.of(Result.INVALID_HANDLE);
    }
    if (!(prefixes.get(id.prefix()) instanceof Prefix.Allotted prefix)) {
      return Verdict.of(Result.PREFIX_NOT_ALLOTTED, id.prefix());
    }
    for (var i = 0; i < TRIES; i++) {
      var entry = store.get(id.bytes());
      if (entry == null) {
        return replayed(id, by);
      }
      var values = HandleRecord.read(entry.record(), entry.modified()).values();
      if (!rights.may(by.authority, permission, prefix, values)) {
        return Verdict.of(Result.NO_PERMISSION, id.text());
      }
      var outcome = attempt.apply(id, entry, values, prefix);
      if (outcome != Outcome.CONFLICT) {
        return verdict(outcome);
      }
    }
    return Verdict.of(Result.BUSY, "同一标识正被多处修改");
  }

  /// A delete repeated with its idempotency key finds nothing, and is still a success.
  private Verdict replayed(Identifier id, By by) {
    return by.once == null
        ? Verdict.of(Result.HANDLE_NOT_FOUND)
        : verdict(store.apply(new Change.Delete(id.bytes(), 0, by.channel, by.once)));
  }

  private Verdict verdict(Outcome outcome) {
    return switch (outcome) {
      case CREATED, REPLACED, DELETED -> Verdict.SUCCESS;
      case EXISTS -> Verdict.of(Result.HANDLE_EXISTS);
      case ABSENT -> Verdict.of(Result.HANDLE_NOT_FOUND);
      case CONFLICT -> Verdict.of(Result.BUSY, "同一标识正被多处修改");
      case BUSY -> Verdict.of(Result.BUSY);
      case KEY_REUSED -> Verdict.of(Result.INVALID_VALUE, "幂等键已用于另一请求");
      case UNAVAILABLE -> {
        var trouble = store.trouble();
        yield new Verdict(Result.ERROR, trouble == null ? Result.ERROR.sentence() : trouble);
      }
    };
  }
}
