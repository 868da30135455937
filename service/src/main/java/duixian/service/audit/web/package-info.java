/// The signed head of the log, for everybody to keep and compare.
@NullMarked
package duixian.service.audit.web;

import org.jspecify.annotations.NullMarked;
