/// The calendar for administrators: holidays and 调休 workdays, in and out as tables.
@NullMarked
package duixian.service.calendar.web;

import org.jspecify.annotations.NullMarked;
