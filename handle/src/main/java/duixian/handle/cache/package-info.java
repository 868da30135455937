/// What is asked for again, outside the heap: values of identifiers as the store holds them, and
/// encoded answers.
@NullMarked
package duixian.handle.cache;

import org.jspecify.annotations.NullMarked;
