/// 绩效: goals, the units' own reports, and their confirmation.
@NullMarked
package duixian.service.evaluation.web;

import org.jspecify.annotations.NullMarked;
