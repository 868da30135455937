/// The written forms of identifiers: VAA, Handle, OID, Ecode and GS1, taken apart and checked.
///
/// Reading order: [Format], [Reading], then one class per system. Nothing in here asks a store.
@NullMarked
package duixian.handle.format;

import org.jspecify.annotations.NullMarked;
