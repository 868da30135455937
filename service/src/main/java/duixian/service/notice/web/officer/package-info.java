/// What officers do about notices: publish lists, settle objections.
@NullMarked
package duixian.service.notice.web.officer;

import org.jspecify.annotations.NullMarked;
