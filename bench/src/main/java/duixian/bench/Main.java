package duixian.bench;

import duixian.bench.node.NodeBench;
import duixian.bench.policy.PolicyBench;
import duixian.bench.service.ServiceBench;
import java.util.Arrays;

/// `./duixian bench policy`, `./duixian bench node` and `./duixian bench service`: each prints one
/// table, measured in one run.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws Exception {
    var rest =
        arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
    switch (arguments.length == 0 ? "" : arguments[0]) {
      case "policy" -> PolicyBench.main(rest);
      case "node" -> NodeBench.main(rest);
      case "service" -> ServiceBench.main(rest);
      default -> {
        System.err.println("bench 后面写 policy、node 或 service。");
        System.exit(2);
      }
    }
  }
}
