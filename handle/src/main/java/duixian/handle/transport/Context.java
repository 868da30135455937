package duixian.handle.transport;

import duixian.handle.node.Envoy;
import duixian.handle.node.Node;
import duixian.handle.node.QuickAnswers;
import java.time.InstantSource;

/// What all servers of a node share.
public record Context(
    Node node,
    Envoy envoy,
    QuickAnswers quick,
    Limits limits,
    Rate rate,
    Work work,
    Traffic traffic,
    InstantSource clock) {
  public static Context of(Node node, Limits limits, InstantSource clock) {
    return new Context(
        node,
        new Envoy(node),
        new QuickAnswers(node),
        limits,
        new Rate(limits.perSecond()),
        new Work(),
        new Traffic(),
        clock);
  }
}
