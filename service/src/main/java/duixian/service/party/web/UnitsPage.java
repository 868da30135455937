package duixian.service.party.web;

import duixian.service.party.Organisation;
import java.util.List;

/// Units and offices with a text in them, the first of how many; `complaints` say why an import was
/// not taken.
public record UnitsPage(
    String text,
    List<Organisation> units,
    int found,
    List<String> kinds,
    List<Organisation> towns,
    List<String> complaints) {
  public UnitsPage {
    units = List.copyOf(units);
    kinds = List.copyOf(kinds);
    towns = List.copyOf(towns);
    complaints = List.copyOf(complaints);
  }
}
