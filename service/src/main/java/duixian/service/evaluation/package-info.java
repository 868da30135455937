/// 绩效: the quantified goals of an approval, held against each year's actuals.
@ApplicationModule(displayName = "绩效评价")
@NullMarked
package duixian.service.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
