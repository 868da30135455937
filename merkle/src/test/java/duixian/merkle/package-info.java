/// An export checked as an auditor would, and proofs against trees of every small size.
@NullMarked
package duixian.merkle;

import org.jspecify.annotations.NullMarked;
