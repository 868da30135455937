/// The `duixian` command: reads files, calls the policy language, prints for people or machines.
@NullMarked
package duixian.cli;

import org.jspecify.annotations.NullMarked;
