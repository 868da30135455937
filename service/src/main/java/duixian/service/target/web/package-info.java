/// 目标: each target against the records, how it came along, where it will end up, and the records
/// behind it.
@NullMarked
package duixian.service.target.web;

import org.jspecify.annotations.NullMarked;
