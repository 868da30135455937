/// What a unit says against facts that others measured or recognised.
@NullMarked
package duixian.service.fact.contest;

import org.jspecify.annotations.NullMarked;
