package duixian.service.target.web;

import java.util.List;

/// Each target as it stands, for everybody.
public record TargetsPage(String at, List<Row> targets) {
  public TargetsPage {
    targets = List.copyOf(targets);
  }

  /// `permille` of the goal, 1000 when it is just reached.
  public record Row(
      String name,
      String clause,
      String measured,
      String floor,
      String until,
      long permille,
      String state) {}
}
