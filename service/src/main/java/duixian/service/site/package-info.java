/// The frame around every page: how answers are rendered, how money and days are written, static
/// files, errors in one sentence. It knows nothing of what the pages are about.
@ApplicationModule(displayName = "页面框架")
@NullMarked
package duixian.service.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
