/// Tables that people hand in as CSV or Excel, read whole or refused with the row.
@ApplicationModule(displayName = "表格")
@NullMarked
package duixian.service.tabular;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
