/// The facts that the city holds of a unit, for that unit to see, correct and contest; and what the
/// office answers.
@NullMarked
package duixian.service.fact.web;

import org.jspecify.annotations.NullMarked;
