package duixian.service.fact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One value said about one record: a null `value` withdraws what was said before. `year` is null
/// unless the entity is yearly, `parent` and its entity unless it has one; `origin` says where it
/// was read.
public record Statement(
    String entity,
    String code,
    @Nullable String parentEntity,
    @Nullable String parent,
    @Nullable Integer year,
    String field,
    @Nullable String value,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    Source source,
    @Nullable String evidence,
    String origin) {}
