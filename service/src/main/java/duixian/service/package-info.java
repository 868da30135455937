/// The fulfilment of a policy: from declaration to money.
@org.jspecify.annotations.NullMarked
package duixian.service;
