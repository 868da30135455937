/// What a terminal can do: progress, colours, columns that line up for full-width characters.
@NullMarked
package duixian.cli.terminal;

import org.jspecify.annotations.NullMarked;
