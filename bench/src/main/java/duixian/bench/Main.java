package duixian.bench;

import duixian.bench.node.NodeBench;
import duixian.bench.policy.PolicyBench;
import java.util.Arrays;

/// `./duixian bench policy` and `./duixian bench node`: each prints one table, measured in one run.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws Exception {
    var rest =
        arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
    switch (arguments.length == 0 ? "" : arguments[0]) {
      case "policy" -> PolicyBench.main(rest);
      case "node" -> NodeBench.main(rest);
      default -> {
        System.err.println("bench 后面写 policy 或 node。");
        System.exit(2);
      }
    }
  }
}
