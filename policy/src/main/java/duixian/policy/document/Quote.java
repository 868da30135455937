package duixian.policy.document;

import duixian.policy.source.Span;

/// A run of `>` lines: the law's own words without the marks, lines joined by a line end.
public record Quote(String clause, String text, Span span) {}
