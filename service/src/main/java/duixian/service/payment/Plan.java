package duixian.service.payment;

import java.time.Instant;

/// A plan of funds issued to units (资金下达计划).
public record Plan(long id, String number, String title, Instant issuedAt, String issuedBy) {}
