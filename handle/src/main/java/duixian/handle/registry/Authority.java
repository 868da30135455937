package duixian.handle.registry;

import duixian.handle.value.Reference;

/// As whom a request is made, once that is proved.
public sealed interface Authority {
  /// Nobody in particular: may read what is public.
  record Anyone() implements Authority {}

  /// An administrator named by a value, proved by its key.
  record Administrator(Reference reference) implements Authority {}

  /// A signed-in user of an enterprise: all that its prefix allows.
  record Enterprise(String prefix) implements Authority {}

  /// The operator of this node.
  record Operator() implements Authority {}
}
