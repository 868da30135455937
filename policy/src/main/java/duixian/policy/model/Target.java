package duixian.policy.model;

import duixian.policy.source.Span;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A 目标 of the policy: a measure over all records, at least `floor` (or 待定 figures), until a day.
public record Target(
    String name, String clause, Expr measure, Expr floor, @Nullable LocalDate until, Span span) {}
