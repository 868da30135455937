/// Measures the policy language beside its peers, all on the same work and checked to the same sum.
@NullMarked
package duixian.bench;

import org.jspecify.annotations.NullMarked;
