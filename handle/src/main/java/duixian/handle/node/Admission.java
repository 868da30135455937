package duixian.handle.node;

import duixian.handle.registry.Identifier;
import duixian.handle.registry.Prefix;
import duixian.handle.registry.Prefixes;
import duixian.handle.registry.Templates;
import duixian.handle.registry.ValueRules;
import duixian.handle.store.Channel;
import duixian.handle.store.Event;
import duixian.handle.store.Tallies;
import duixian.handle.value.HandleValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rules of registration for identifiers that the operator brings in bulk: the same as online,
/// but for rights.
///
/// What enterprise nodes reported belongs to prefixes with a node of their own and uses no quota.
public final class Admission {
  private final Prefixes prefixes;
  private final Templates templates;
  private final Channel channel;
  private final Map<String, long[]> places = new HashMap<>();

  public Admission(Prefixes prefixes, Templates templates, Tallies tallies, Channel channel) {
    this.prefixes = prefixes;
    this.templates = templates;
    this.channel = channel;
    for (var prefix : prefixes.all()) {
      if (prefix instanceof Prefix.Allotted allotted) {
        places.put(prefix.name(), new long[] {allotted.quota()});
      }
    }
    tallies.each(Integer.MIN_VALUE, Integer.MAX_VALUE, this::use);
  }

  private void use(Tallies.Key key, long count) {
    var place = places.get(key.prefix());
    if (place != null && key.channel() != Channel.REPORTED) {
      var created = key.what() == Event.CREATED.code() || key.what() == Event.RECREATED.code();
      place[0] -= created ? count : key.what() == Event.DELETED.code() ? -count : 0;
    }
  }

  /// Why this may not be registered, as one Chinese sentence, or null. Safe for many threads.
  public @Nullable String refusal(Identifier id, List<HandleValue> values) {
    if (id.described() != null) {
      return "0.NA 下的标识只能通过前缀管理变更";
    }
    var wrong = ValueRules.wrong(values);
    if (wrong != null) {
      return wrong.sentence();
    }
    return switch (prefixes.get(id.prefix())) {
      case Prefix.Allotted prefix when prefix.selfHosted() != (channel == Channel.REPORTED) ->
          prefix.selfHosted()
              ? "前缀 " + id.prefix() + " 为自建节点，只能以上报方式导入（--reported）"
              : "前缀 " + id.prefix() + " 为托管，不能以上报方式导入";
      case Prefix.Allotted prefix -> {
        var checked = templates.check(prefix, id, values);
        yield checked.ok() ? null : checked.sentence();
      }
      case null -> "前缀 " + id.prefix() + " 未分配；请先申请、批准并分配";
      case Prefix.Applied _, Prefix.Approved _, Prefix.Refused _, Prefix.Suspended _ ->
          "前缀 " + id.prefix() + " 不在使用状态";
    };
  }

  /// Takes one place of the quota of this prefix; false when there is none left. For one thread.
  public boolean take(String prefix) {
    var place = places.get(prefix);
    if (channel == Channel.REPORTED) {
      return true;
    }
    return place != null && place[0]-- > 0;
  }
}
