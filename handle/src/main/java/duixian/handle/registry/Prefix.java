package duixian.handle.registry;

import duixian.handle.value.HandleValue;
import duixian.handle.value.Input;
import duixian.handle.value.Malformed;
import duixian.handle.value.Output;
import java.util.List;

/// A prefix on its way from application to use; `since` is in seconds since 1970.
public sealed interface Prefix {
  String name();

  String enterprise();

  long since();

  /// Asked for by an enterprise, with or without a node of its own.
  record Applied(String name, String enterprise, boolean selfHosted, long since)
      implements Prefix {}

  record Refused(String name, String enterprise, String reason, long since) implements Prefix {}

  /// Granted with a quota; waits for the administrators.
  record Approved(String name, String enterprise, boolean selfHosted, long quota, long since)
      implements Prefix {}

  /// In use. `quota` is the most identifiers alive at a time; `template` the id every identifier
  /// must follow, or empty; `values` describe the prefix itself: administrators, keys, the site of
  /// its node.
  record Allotted(
      String name,
      String enterprise,
      boolean selfHosted,
      long quota,
      String template,
      List<HandleValue> values,
      long since)
      implements Prefix {
    Allotted with(List<HandleValue> others) {
      return new Allotted(name, enterprise, selfHosted, quota, template, others, since);
    }
  }

  /// Resolves still, registers no more.
  record Suspended(Allotted allotted, String reason, long since) implements Prefix {
    @Override
    public String name() {
      return allotted.name();
    }

    @Override
    public String enterprise() {
      return allotted.enterprise();
    }
  }

  default byte[] toBytes() {
    var out = new Output();
    switch (this) {
      case Applied(var name, var enterprise, var self, var since) ->
          out.int1(1).text(name).text(enterprise).int1(self ? 1 : 0).varint(since);
      case Refused(var name, var enterprise, var reason, var since) ->
          out.int1(2).text(name).text(enterprise).text(reason).varint(since);
      case Approved(var name, var enterprise, var self, var quota, var since) ->
          out.int1(3).text(name).text(enterprise).int1(self ? 1 : 0).varint(quota).varint(since);
      case Allotted allotted -> write(allotted, out.int1(4));
      case Suspended(var allotted, var reason, var since) ->
          write(allotted, out.int1(5).text(reason).varint(since));
    }
    return out.toBytes();
  }

  private static void write(Allotted prefix, Output out) {
    out.text(prefix.name).text(prefix.enterprise).int1(prefix.selfHosted ? 1 : 0);
    out.varint(prefix.quota).text(prefix.template).list(prefix.values, HandleValue::write);
    out.varint(prefix.since);
  }

  static Prefix read(byte[] bytes) {
    var in = new Input(bytes);
    return switch (in.int1()) {
      case 1 -> new Applied(in.text(), in.text(), in.int1() == 1, in.varint());
      case 2 -> new Refused(in.text(), in.text(), in.text(), in.varint());
      case 3 -> new Approved(in.text(), in.text(), in.int1() == 1, in.varint(), in.varint());
      case 4 -> allotted(in);
      case 5 -> {
        var reason = in.text();
        var since = in.varint();
        yield new Suspended(allotted(in), reason, since);
      }
      default -> throw new Malformed("unknown state of a prefix");
    };
  }

  private static Allotted allotted(Input in) {
    return new Allotted(
        in.text(),
        in.text(),
        in.int1() == 1,
        in.varint(),
        in.text(),
        HandleValue.readAll(in),
        in.varint());
  }
}
