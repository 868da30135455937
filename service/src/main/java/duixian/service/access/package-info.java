/// Who may open what: signing in, rights by role, protection of every request.
@ApplicationModule(displayName = "登录与权限")
@NullMarked
package duixian.service.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
