/// 额度与预算: who used what, what is left, what waits, and what the order of claims means.
@NullMarked
package duixian.service.claim.web.account;

import org.jspecify.annotations.NullMarked;
