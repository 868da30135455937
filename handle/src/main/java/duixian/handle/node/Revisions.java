package duixian.handle.node;

import duixian.handle.message.Result;
import duixian.handle.registry.Edit;
import duixian.handle.registry.Identifier;
import duixian.handle.registry.Prefix;
import duixian.handle.registry.Prefixes;
import duixian.handle.registry.Quotas;
import duixian.handle.registry.Rights;
import duixian.handle.registry.Templates;
import duixian.handle.registry.ValueRules;
import duixian.handle.registry.Verdict;
import duixian.handle.store.Change;
import duixian.handle.store.Entry;
import duixian.handle.store.Outcome;
import duixian.handle.store.Store;
import duixian.handle.value.AdminRecord;
import duixian.handle.value.HandleRecord;
import duixian.handle.value.HandleValue;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Changes and deletes identifiers. A change of values that stands on what was read is tried again
/// when somebody else was faster, three times.
public final class Revisions {
  private static final int TRIES = 3;

  private final Store store;
  private final Prefixes prefixes;
  private final Templates templates;
  private final Quotas quotas;
  private final Rights rights;

  Revisions(Store store, Prefixes prefixes, Templates templates, Quotas quotas, Rights rights) {
    this.store = store;
    this.prefixes = prefixes;
    this.templates = templates;
    this.quotas = quotas;
    this.rights = rights;
  }

  public Verdict delete(String handle, Registrar.By by) {
    return change(
        handle,
        AdminRecord.DELETE_HANDLE,
        by,
        (id, entry, _, prefix) -> {
          var outcome = new CompletableFuture<Outcome>();
          store.submit(
              new Change.Delete(id.bytes(), entry.version(), by.channel(), by.once()),
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
  public Verdict replace(String handle, List<HandleValue> values, Registrar.By by) {
    var wrong = ValueRules.wrong(values);
    return wrong != null ? wrong : edit(handle, AdminRecord.MODIFY_VALUE, by, _ -> Edit.to(values));
  }

  public Verdict add(String handle, List<HandleValue> values, Registrar.By by) {
    var wrong = ValueRules.wrong(values);
    return wrong != null
        ? wrong
        : edit(
            handle,
            needed(values, AdminRecord.ADD_VALUE, AdminRecord.ADD_ADMIN),
            by,
            old -> Edit.add(old, values));
  }

  public Verdict modify(String handle, List<HandleValue> values, Registrar.By by) {
    var wrong = ValueRules.wrong(values);
    return wrong != null
        ? wrong
        : edit(
            handle,
            needed(values, AdminRecord.MODIFY_VALUE, AdminRecord.MODIFY_ADMIN),
            by,
            old -> Edit.modify(old, values));
  }

  public Verdict remove(String handle, List<Integer> indexes, Registrar.By by) {
    return edit(handle, AdminRecord.REMOVE_VALUE, by, old -> Edit.remove(old, indexes));
  }

  private static int needed(List<HandleValue> values, int usual, int forAdmins) {
    var admins = values.stream().filter(v -> v.type().equals(AdminRecord.TYPE)).count();
    return (admins < values.size() ? usual : 0) | (admins > 0 ? forAdmins : 0);
  }

  private Verdict edit(String handle, int permission, Registrar.By by, Edit.Step step) {
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
                  edit.verdict().ok()
                      ? templates.check(prefix, where, edit.values())
                      : edit.verdict();
              if (!checked.ok()) {
                refused[0] = checked;
                return Outcome.REPLACED;
              }
              var record = new HandleRecord(edit.values()).toBytes();
              return store.apply(
                  new Change.Replace(
                      where.bytes(), entry.version(), record, by.channel(), by.once()));
            });
    return refused[0] != null ? refused[0] : verdict;
  }

  /// The same on the identifier that describes a prefix.
  private Verdict describe(String name, int permission, Registrar.By by, Edit.Step step) {
    if (!(prefixes.get(name) instanceof Prefix.Allotted prefix)) {
      return Verdict.of(Result.HANDLE_NOT_FOUND);
    }
    if (!rights.may(by.authority(), permission, prefix, List.of())) {
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

  private Verdict change(String handle, int permission, Registrar.By by, Attempt attempt) {
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
      if (!rights.may(by.authority(), permission, prefix, values)) {
        return Verdict.of(Result.NO_PERMISSION, id.text());
      }
      var outcome = attempt.apply(id, entry, values, prefix);
      if (outcome != Outcome.CONFLICT) {
        return Registrar.verdict(store, outcome);
      }
    }
    return Verdict.of(Result.BUSY, "同一标识正被多处修改");
  }

  /// A delete repeated with its idempotency key finds nothing, and is still a success.
  private Verdict replayed(Identifier id, Registrar.By by) {
    return by.once() == null
        ? Verdict.of(Result.HANDLE_NOT_FOUND)
        : Registrar.verdict(
            store, store.apply(new Change.Delete(id.bytes(), 0, by.channel(), by.once())));
  }
}
