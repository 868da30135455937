/// 资金: plans, orders, bank files, failures to act on, recoveries, and how long the money takes.
@NullMarked
package duixian.service.payment.web;

import org.jspecify.annotations.NullMarked;
