package duixian.policy.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A 主体: what records there are. `index` is its place in [Policy#entities]; a parent stands before
/// its children.
public record Entity(
    String name, int index, @Nullable Entity parent, boolean yearly, List<Field> fields) {
  public Entity {
    fields = List.copyOf(fields);
  }

  public @Nullable Field field(String name) {
    for (var field : fields) {
      if (field.name().equals(name)) {
        return field;
      }
    }
    return null;
  }

  /// The entity without a parent at the end of the chain; itself when it has none.
  public Entity root() {
    var entity = this;
    while (entity.parent != null) {
      entity = entity.parent;
    }
    return entity;
  }

  /// How many steps up `other` lies: 0 for itself, -1 when it is no ancestor.
  public int stepsTo(Entity other) {
    var steps = 0;
    for (@Nullable Entity entity = this; entity != null; entity = entity.parent) {
      if (entity.name.equals(other.name)) {
        return steps;
      }
      steps++;
    }
    return -1;
  }

  public Entity ancestor(int steps) {
    var entity = this;
    for (int i = 0; i < steps; i++) {
      entity = java.util.Objects.requireNonNull(entity.parent);
    }
    return entity;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Entity entity && entity.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
