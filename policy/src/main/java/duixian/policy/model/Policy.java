package duixian.policy.model;

import duixian.policy.value.Rounding;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A policy that passed its check.
///
/// A figure is rounded to a multiple of `unitFen` fen. Entities are in the order of the text,
/// parents before children; `version` is the SHA-256 (hex) of the literate text and the official
/// text, line ends as LF.
public record Policy(
    String name,
    String title,
    String version,
    LocalDate effective,
    LocalDate expires,
    LocalDate payableUntil,
    long unitFen,
    Rounding rounding,
    List<Entity> entities,
    List<Definition> definitions,
    List<Award> awards,
    List<Cap> caps,
    List<Reading> readings,
    List<Literal> literals,
    List<Target> targets,
    List<Property> properties) {
  public Policy {
    entities = List.copyOf(entities);
    definitions = List.copyOf(definitions);
    awards = List.copyOf(awards);
    caps = List.copyOf(caps);
    readings = List.copyOf(readings);
    literals = List.copyOf(literals);
    targets = List.copyOf(targets);
    properties = List.copyOf(properties);
  }

  public @Nullable Entity entity(String name) {
    return entities.stream().filter(e -> e.name().equals(name)).findFirst().orElse(null);
  }

  public @Nullable Award award(String name) {
    return awards.stream().filter(a -> a.name().equals(name)).findFirst().orElse(null);
  }

  public @Nullable Reading reading(String name) {
    return readings.stream().filter(r -> r.name().equals(name)).findFirst().orElse(null);
  }
}
