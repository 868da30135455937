/// The rules of registration as local tables: prefixes, quotas, templates, and who may do what.
///
/// Reading order: [Identifier], [Prefix], [Prefixes], [Template], [Templates], [Authority],
/// [Rights], [Verdict]. Every change is durable before it is seen; nothing in here asks the
/// network.
@NullMarked
package duixian.handle.registry;

import org.jspecify.annotations.NullMarked;
