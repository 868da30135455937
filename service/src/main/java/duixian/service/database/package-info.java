/// PostgreSQL for the service: embedded under the data folder, or an external one, with the same
/// migrations.
///
/// Two roles: the owner migrates; `duixian_app` runs the service and can neither change tables nor
/// rewrite the audit log.
@ApplicationModule(displayName = "数据库", type = ApplicationModule.Type.OPEN)
@NullMarked
package duixian.service.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
