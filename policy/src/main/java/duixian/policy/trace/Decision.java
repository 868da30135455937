package duixian.policy.trace;

import duixian.policy.model.Award;
import org.jspecify.annotations.Nullable;

/// What one award does for one object in one year.
///
/// `objectRow` and `rootRow` are rows of the tables of the award's object and of its root.
public record Decision(
    Award award,
    int objectRow,
    String object,
    int rootRow,
    String root,
    int year,
    Outcome outcome,
    @Nullable Explanation explanation) {}
