package duixian.policy.columns.exact;

import duixian.policy.model.Entity;

/// Where an expression is evaluated: a record, the year and the epoch.
record Place(Entity entity, int row, int year, int epoch) {}
