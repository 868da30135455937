/// Plain resolves over HTTP answered straight from bytes to bytes; whatever is more than that goes
/// the long way.
@NullMarked
package duixian.handle.http.quick;

import org.jspecify.annotations.NullMarked;
