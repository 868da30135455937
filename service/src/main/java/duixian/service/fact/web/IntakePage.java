package duixian.service.fact.web;

import java.util.List;

/// The entities of the policy with how many records the city holds, and of one of them the columns
/// of its table and what was typed for an import; `complaints` say why it was not taken.
public record IntakePage(
    List<Held> entities,
    Held chosen,
    List<Column> columns,
    boolean mayTake,
    String source,
    String document,
    List<String> complaints) {
  public IntakePage {
    entities = List.copyOf(entities);
    columns = List.copyOf(columns);
    complaints = List.copyOf(complaints);
  }

  public record Held(String entity, long records) {}

  /// A column: its name, what may stand in it, whether a row needs it.
  public record Column(String name, String expects, boolean key) {}
}
