/// The targets, each down to the records that were counted.
@NullMarked
package duixian.service.target.web;

import org.jspecify.annotations.NullMarked;
