/// Folders that live as long as the work that needs them.
@NullMarked
package duixian.cli.folder;

import org.jspecify.annotations.NullMarked;
