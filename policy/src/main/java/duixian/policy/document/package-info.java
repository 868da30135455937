/// The literate Markdown taken apart: title, quotes of the law, blocks of rules.
@NullMarked
package duixian.policy.document;

import org.jspecify.annotations.NullMarked;
