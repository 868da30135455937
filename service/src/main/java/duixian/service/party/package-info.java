/// Who takes part: units, offices, persons with roles, experts with conflicts, verified accounts.
@ApplicationModule(displayName = "参与方")
@NullMarked
package duixian.service.party;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
