package duixian.policy.model;

import duixian.policy.source.Span;

/// A 核查: what must hold for every record of `object` in every year.
public record Property(String name, Entity object, Expr claim, Span span) {}
