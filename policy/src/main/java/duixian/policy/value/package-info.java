/// Exact values: rationals, dimensions, rounding, money as text. Nothing here knows a policy.
@NullMarked
package duixian.policy.value;

import org.jspecify.annotations.NullMarked;
