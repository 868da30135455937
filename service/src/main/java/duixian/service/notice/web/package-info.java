/// 公示 for everybody: lists, single notices, the form for objections.
@NullMarked
package duixian.service.notice.web;

import org.jspecify.annotations.NullMarked;
