package duixian.handle.node;

import duixian.handle.message.Result;
import duixian.handle.registry.Authority;
import duixian.handle.registry.Identifier;
import duixian.handle.registry.Prefix;
import duixian.handle.registry.Prefixes;
import duixian.handle.registry.Quotas;
import duixian.handle.registry.Rights;
import duixian.handle.registry.Templates;
import duixian.handle.registry.ValueRules;
import duixian.handle.registry.Verdict;
import duixian.handle.store.Change;
import duixian.handle.store.Channel;
import duixian.handle.store.Outcome;
import duixian.handle.store.Store;
import duixian.handle.value.AdminRecord;
import duixian.handle.value.HandleRecord;
import duixian.handle.value.HandleValue;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Creates identifiers: prefix, rights, limits, template, quota, then the store. The same rules for
/// every channel.
public final class Registrar {
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
          done.accept(verdict(store, outcome));
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
    var wrong = ValueRules.wrong(values);
    if (wrong != null) {
      return wrong;
    }
    return switch (prefixes.get(id.prefix())) {
      case Prefix.Allotted prefix when prefix.selfHosted() -> Verdict.of(Result.SERVICE_REFERRAL);
      case Prefix.Allotted prefix -> {
        if (!rights.may(by.authority, AdminRecord.ADD_HANDLE, prefix, List.of())) {
          yield Verdict.of(Result.NO_PERMISSION, "不是前缀 " + prefix.name() + " 的注册管理员");
        }
        var checked = templates.check(prefix, id, values);
        yield checked.ok() ? null : checked;
      }
      case null, default -> Verdict.of(Result.PREFIX_NOT_ALLOTTED, id.prefix());
    };
  }

  static Verdict verdict(Store store, Outcome outcome) {
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
