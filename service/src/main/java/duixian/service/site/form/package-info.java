/// Forms without scripts: each is answered once however often it is handed in, and after a refusal
/// it holds what was typed.
@NullMarked
package duixian.service.site.form;

import org.jspecify.annotations.NullMarked;
