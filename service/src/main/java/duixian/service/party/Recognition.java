package duixian.service.party;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A dated act of an authority: `kind` is 标杆平台, 市级平台 and the like.
public record Recognition(
    String organisation,
    String kind,
    String document,
    LocalDate recognisedOn,
    @Nullable LocalDate validTo) {}
