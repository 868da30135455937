package duixian.service.payment.web;

import duixian.service.parameter.Interest;
import java.time.Instant;

/// What recovering a claim would do; `proposal` is the rule's interest in yuan as text.
public record RecoveryPage(
    String number,
    String award,
    String unit,
    long principal,
    Instant paidAt,
    Interest.Owed owed,
    String proposal) {}
