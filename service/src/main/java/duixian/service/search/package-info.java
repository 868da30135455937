/// One box for everything: clauses, notices, units, cases and files, each within the rights of who
/// asks. Personal data is not searched, so nothing masked can be guessed at.
@ApplicationModule(displayName = "查找")
@NullMarked
package duixian.service.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
