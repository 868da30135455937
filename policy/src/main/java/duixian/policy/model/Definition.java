package duixian.policy.model;

import duixian.policy.source.Span;

/// A 定义: a derived value of an entity. `yearly` when it depends on the year though its entity does
/// not.
public record Definition(
    String name, Entity entity, Expr value, boolean yearly, String clause, Span span) {}
