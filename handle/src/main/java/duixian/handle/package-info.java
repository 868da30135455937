/// The identifier node: a second-level node of the industrial-internet identifier system that
/// speaks the Handle protocol (RFC 3650–3652 in its running dialect 2.11) and proves what it
/// counts.
@NullMarked
package duixian.handle;

import org.jspecify.annotations.NullMarked;
