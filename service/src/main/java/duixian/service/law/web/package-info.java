/// What the law says beside what is computed, and the calculator.
@NullMarked
package duixian.service.law.web;

import org.jspecify.annotations.NullMarked;
