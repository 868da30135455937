package duixian.bench.node;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/// Which parts of the benchmark to run: of the node with `few` and with `many` identifiers, of the
/// loads `udp`, `tcp`, `http` and `create`. Of either group all, when none of it is named.
record Parts(Set<String> named) {
  private static final Set<String> SERVERS = Set.of("few", "many");
  private static final Set<String> LOADS = Set.of("udp", "tcp", "http", "create");

  static Parts all() {
    return new Parts(Set.of());
  }

  static Parts parse(String written) {
    var named = new TreeSet<>(Arrays.asList(written.split(",", -1)));
    for (var each : named) {
      if (!SERVERS.contains(each) && !LOADS.contains(each)) {
        throw new IllegalArgumentException(
            "--only 后面写 few、many、udp、tcp、http、create，以逗号相连，这里是 " + written);
      }
    }
    return new Parts(named);
  }

  boolean server(String name) {
    return named.contains(name) || named.stream().noneMatch(SERVERS::contains);
  }

  boolean load(String kind) {
    var name = kind.equals("batch") ? "create" : kind;
    return named.contains(name) || named.stream().noneMatch(LOADS::contains);
  }
}
