package duixian.handle.registry;

import duixian.handle.message.Result;
import duixian.handle.store.Rows;
import duixian.handle.value.HandleValue;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The prefixes of this node, all in memory, each change durable before it is seen.
public final class Prefixes {
  /// Anybody may apply, so what waits for the operator is bounded.
  private static final int MOST_APPLICATIONS = 10_000;

  private final Rows rows;
  private final InstantSource clock;
  private final Map<String, Prefix> byName = new ConcurrentHashMap<>();

  public Prefixes(Rows rows, InstantSource clock) {
    this.rows = rows;
    this.clock = clock;
    var page = rows.scan(new byte[0], null, 1000);
    while (true) {
      for (var row : page.rows()) {
        var prefix = Prefix.read(row.value());
        byName.put(prefix.name(), prefix);
      }
      var next = page.next();
      if (next == null) {
        return;
      }
      page = rows.scan(new byte[0], next, 1000);
    }
  }

  public @Nullable Prefix get(String name) {
    return byName.get(name);
  }

  public Collection<Prefix> all() {
    return List.copyOf(new TreeMap<>(byName).values());
  }

  public Verdict apply(String name, String enterprise, boolean selfHosted) {
    var sound =
        name.matches("[0-9A-Za-z]+(\\.[0-9A-Za-z]+)*")
            && name.length() <= Identifier.LONGEST_PREFIX
            && !name.startsWith("0.");
    if (!sound || enterprise.isBlank() || enterprise.length() > 255) {
      return Verdict.of(Result.INVALID_HANDLE, "前缀须形如 88.118.8，至多 64 个字符，并写明企业");
    }
    var open = byName.values().stream().filter(Prefix.Applied.class::isInstance).count();
    if (open >= MOST_APPLICATIONS) {
      return Verdict.of(Result.BUSY, "待审批的申请过多");
    }
    return change(
        name,
        old ->
            old == null || old instanceof Prefix.Refused
                ? new Prefix.Applied(name, enterprise, selfHosted, now())
                : null);
  }

  /// A quota of 0 is no quota at all and refused.
  public Verdict approve(String name, long quota) {
    if (quota <= 0) {
      return Verdict.of(Result.INVALID_VALUE, "配额须大于 0，这里是 " + quota);
    }
    return change(
        name,
        old ->
            old instanceof Prefix.Applied(_, var enterprise, var self, _)
                ? new Prefix.Approved(name, enterprise, self, quota, now())
                : null);
  }

  public Verdict refuse(String name, String reason) {
    return change(
        name,
        old ->
            old instanceof Prefix.Applied(_, var enterprise, _, _)
                ? new Prefix.Refused(name, enterprise, reason, now())
                : null);
  }

  public Verdict allot(String name, String template, List<HandleValue> values) {
    return change(
        name,
        old ->
            old instanceof Prefix.Approved(_, var enterprise, var self, var quota, _)
                ? new Prefix.Allotted(
                    name, enterprise, self, quota, template, stamped(values), now())
                : null);
  }

  public Verdict suspend(String name, String reason) {
    return change(
        name,
        old ->
            old instanceof Prefix.Allotted allotted
                ? new Prefix.Suspended(allotted, reason, now())
                : null);
  }

  public Verdict resume(String name) {
    return change(name, old -> old instanceof Prefix.Suspended(var was, _, _) ? was : null);
  }

  /// A new quota, above or below what is used; below, nothing is taken away but nothing added.
  public Verdict quota(String name, long quota) {
    return change(
        name,
        old ->
            old
                    instanceof
                    Prefix.Allotted(_, var who, var self, _, var template, var values, var at)
                ? new Prefix.Allotted(name, who, self, quota, template, values, at)
                : null);
  }

  /// Changes the values that describe a prefix in use; null from `change` leaves them.
  public Verdict describe(
      String name, Function<List<HandleValue>, @Nullable List<HandleValue>> change) {
    return change(
        name,
        old -> {
          if (!(old instanceof Prefix.Allotted allotted)) {
            return null;
          }
          var values = change.apply(allotted.values());
          return values == null ? null : allotted.with(stamped(values));
        });
  }

  private synchronized Verdict change(
      String name, Function<@Nullable Prefix, @Nullable Prefix> step) {
    var old = byName.get(name);
    var changed = step.apply(old);
    if (changed == null) {
      var state = old == null ? "尚未申请" : "现为" + Prefixes.state(old);
      return Verdict.of(Result.PREFIX_NOT_ALLOTTED, "前缀 " + name + " " + state + "，不能这样办理");
    }
    rows.put(name.getBytes(StandardCharsets.UTF_8), changed.toBytes());
    byName.put(name, changed);
    return Verdict.SUCCESS;
  }

  /// What a reader calls the state of a prefix.
  public static String state(Prefix prefix) {
    return switch (prefix) {
      case Prefix.Applied _ -> "待审批";
      case Prefix.Refused _ -> "不予批准";
      case Prefix.Approved _ -> "已批准";
      case Prefix.Allotted allotted -> allotted.selfHosted() ? "已分配（自建）" : "已分配（托管）";
      case Prefix.Suspended _ -> "已停用";
    };
  }

  private List<HandleValue> stamped(List<HandleValue> values) {
    return values.stream().map(v -> v.timestamp() == 0 ? v.at((int) now()) : v).toList();
  }

  private long now() {
    return clock.millis() / 1000;
  }
}
