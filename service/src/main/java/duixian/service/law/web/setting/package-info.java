/// Interpretation points: what is chosen from which day on, by whom and why.
@NullMarked
package duixian.service.law.web.setting;

import org.jspecify.annotations.NullMarked;
