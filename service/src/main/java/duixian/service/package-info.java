/// The fulfilment of a policy: from declaration to money.
@NullMarked
package duixian.service;

import org.jspecify.annotations.NullMarked;
