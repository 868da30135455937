package duixian.service.evaluation;

import java.math.BigDecimal;

/// A goal of an approval: at least `target` of its unit within a year.
public record Goal(long id, long claim, String name, String unit, BigDecimal target) {}
