package duixian.cli.node.data;

import duixian.handle.evidence.Ledger;
import duixian.handle.registry.Prefixes;

/// The data of a node, open, with the prefixes as whoever serves them knows them.
public record Opened(Ledger ledger, Prefixes prefixes) {
  public static Opened of(Ledger ledger) {
    return new Opened(ledger, new Prefixes(ledger.store().rows("prefix"), ledger.clock()));
  }
}
