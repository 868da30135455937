/// 公示: lists with masked personal data, real-name objections that hold their line, corrections that
/// are noticed again.
@ApplicationModule(displayName = "公示与异议")
@NullMarked
package duixian.service.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
