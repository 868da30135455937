/// Says what a check found of a policy: its parts, what of the law it covers, what it leaves open.
@NullMarked
package duixian.cli.check;

import org.jspecify.annotations.NullMarked;
