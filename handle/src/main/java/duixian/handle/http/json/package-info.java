/// JSON as the HTTP interfaces read and write it; what is wrong with a document is one Chinese
/// sentence.
@NullMarked
package duixian.handle.http.json;

import org.jspecify.annotations.NullMarked;
