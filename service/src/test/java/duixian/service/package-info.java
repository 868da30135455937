/// The service on a real PostgreSQL, one server for the whole run.
@NullMarked
package duixian.service;

import org.jspecify.annotations.NullMarked;
