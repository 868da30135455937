/// Working days of the State Council's yearly calendar: holidays and 调休 workdays.
@ApplicationModule(displayName = "工作日历")
@NullMarked
package duixian.service.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
