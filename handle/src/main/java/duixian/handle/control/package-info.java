/// The local door of a running node: a socket file in its data directory, through which a command
/// of the same user reaches the open data.
@NullMarked
package duixian.handle.control;

import org.jspecify.annotations.NullMarked;
