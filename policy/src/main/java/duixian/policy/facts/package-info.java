/// The facts that a policy runs on: one table of columns per 主体, each value with the place it came
/// from.
///
/// Reading order: [Facts], [Table], [FactsBuilder], [FactParser], [Problem]. What cannot be read is
/// a [Problem] with file, record and field; a field left out is [Table#MISSING], never zero.
@NullMarked
package duixian.policy.facts;

import org.jspecify.annotations.NullMarked;
