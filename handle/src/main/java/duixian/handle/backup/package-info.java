/// Copies the data of a node and brings it back: one moment of store, log and keys, with the hash
/// of every file.
@NullMarked
package duixian.handle.backup;

import org.jspecify.annotations.NullMarked;
