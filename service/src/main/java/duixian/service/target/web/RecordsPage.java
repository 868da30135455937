package duixian.service.target.web;

import duixian.policy.trace.Explanation;

/// The computation of one target, down to its records.
public record RecordsPage(String name, String measured, String floor, Explanation explanation) {}
