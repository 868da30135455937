/// Tables of records that an office takes in or takes away.
@NullMarked
package duixian.service.fact.intake;

import org.jspecify.annotations.NullMarked;
