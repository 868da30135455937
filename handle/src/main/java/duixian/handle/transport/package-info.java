/// What the servers of all protocols share: limits, threads, event loops and what they count.
@NullMarked
package duixian.handle.transport;

import org.jspecify.annotations.NullMarked;
