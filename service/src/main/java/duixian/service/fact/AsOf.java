package duixian.service.fact;

import java.time.Instant;
import java.time.LocalDate;

/// The facts that hold on `day`, as far as they were known at `known`.
public record AsOf(LocalDate day, Instant known) {}
