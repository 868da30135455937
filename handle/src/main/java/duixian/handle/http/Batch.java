package duixian.handle.http;

import duixian.handle.node.Node;
import duixian.handle.node.Registrar;
import duixian.handle.registry.Verdict;
import duixian.handle.value.HandleValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;

/// Creates many identifiers together: all are handed to the store before the first answer is
/// awaited, so that they share its commits.
final class Batch {
  static final int MOST = 2000;

  private final Node node;

  Batch(Node node) {
    this.node = node;
  }

  record Item(String handle, List<HandleValue> values) {}

  Verdict create(String handle, List<HandleValue> values, Registrar.By by) {
    var verdict = new CompletableFuture<Verdict>();
    node.registrar().create(handle, values, by, verdict::complete);
    return verdict.join();
  }

  /// A verdict for each item, in their order; `by` is asked with the number of the item.
  List<Verdict> create(List<Item> items, IntFunction<Registrar.By> by) {
    var verdicts = new ArrayList<CompletableFuture<Verdict>>(items.size());
    for (var i = 0; i < items.size(); i++) {
      var verdict = new CompletableFuture<Verdict>();
      verdicts.add(verdict);
      var item = items.get(i);
      node.registrar().create(item.handle, item.values, by.apply(i), verdict::complete);
    }
    return verdicts.stream().map(CompletableFuture::join).toList();
  }
}
