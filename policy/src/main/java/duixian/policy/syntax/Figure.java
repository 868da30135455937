package duixian.policy.syntax;

import duixian.policy.value.Dimension;
import duixian.policy.value.Rational;

/// A written number in its base unit: `200万元` is 2,000,000 yuan, `60%` is 3/5, `1：1` is 1, `3万次` is 30,000 of 次.
public record Figure(Rational value, Dimension dimension) {}
