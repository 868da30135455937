package duixian.service.claim.procedure;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A procedure as SVG, drawn from its own steps and transitions: the way that the case went is
/// dark, the step where it is filled.
public final class Diagram {
  private static final int WIDTH = 88;
  private static final int HEIGHT = 36;
  private static final int GAP = 24;
  private static final int LEFT = 8;
  private static final int TOP = 56;
  private static final int ENDS_TOP = 176;
  private static final String ARROWS =
      """
      <defs>\
      <marker id="way" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" \
      orient="auto"><path class="head" d="M0 0 8 4 0 8z"/></marker>\
      <marker id="way-gone" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="5" markerHeight="5" \
      orient="auto"><path class="head gone" d="M0 0 8 4 0 8z"/></marker>\
      </defs>
      """;

  private Diagram() {}

  /// A transition that a case took.
  public record Way(String step, String target) {}

  /// `here` is the step where the case is.
  public static String of(Procedure procedure, String here, Collection<Way> gone) {
    var places = places(procedure);
    var width = places.values().stream().mapToInt(Place::x).max().orElse(0) + WIDTH + LEFT;
    var svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" class="procedure" role="img" \
        aria-label="%s，现在是%s">
        """
            .formatted(width, ENDS_TOP + HEIGHT + LEFT, text(procedure.name()), text(here)));
    svg.append(ARROWS);
    for (var taken : List.of(false, true)) { // the way that was gone lies on top
      for (var transition : procedure.transitions()) {
        if (taken == gone.contains(new Way(transition.step(), transition.target()))) {
          edge(svg, places, transition, taken);
        }
      }
    }
    for (var step : procedure.steps()) {
      node(svg, step, places, here.equals(step.step()));
    }
    return svg.append("</svg>\n").toString();
  }

  private record Place(int x, int y) {
    int middle() {
      return x + WIDTH / 2;
    }
  }

  /// The main line from left to right; below, where a case waits for its applicant or ends, each
  /// under the middle of the steps that lead there.
  private static Map<String, Place> places(Procedure procedure) {
    var places = new LinkedHashMap<String, Place>();
    for (var step : procedure.steps()) {
      if (!isBelow(step)) {
        places.put(step.step(), new Place(LEFT + places.size() * (WIDTH + GAP), TOP));
      }
    }
    var lanes = places.size();
    var below =
        procedure.steps().stream()
            .filter(Diagram::isBelow)
            .map(step -> Map.entry(step.step(), wished(procedure, step, places)))
            .sorted(Map.Entry.comparingByValue())
            .toList();
    var free = LEFT;
    for (int i = 0; i < below.size(); i++) {
      var room = LEFT + (lanes - below.size() + i) * (WIDTH + GAP);
      var x = Math.max(free, Math.min(below.get(i).getValue(), room));
      places.put(below.get(i).getKey(), new Place(x, ENDS_TOP));
      free = x + WIDTH + GAP;
    }
    return places;
  }

  private static boolean isBelow(Step step) {
    return step.kind() == Step.Kind.END || step.kind() == Step.Kind.CORRECTION;
  }

  private static int wished(Procedure procedure, Step step, Map<String, Place> main) {
    return (int)
        procedure.transitions().stream()
            .filter(transition -> transition.target().equals(step.step()))
            .map(transition -> main.get(transition.step()))
            .filter(Objects::nonNull)
            .mapToInt(Place::x)
            .average()
            .orElse(Integer.MAX_VALUE);
  }

  private static void edge(
      StringBuilder svg, Map<String, Place> places, Transition transition, boolean gone) {
    var from = places.get(transition.step());
    var to = places.get(transition.target());
    if (from == null || to == null) {
      return;
    }
    svg.append(
        "<path class=\"%s\" d=\"%s\" marker-end=\"url(#%s)\"><title>%s</title></path>\n"
            .formatted(
                gone ? "way gone" : "way",
                line(from, to),
                gone ? "way-gone" : "way",
                text(transition.act())));
  }

  private static String line(Place from, Place to) {
    if (from.y() == to.y() && to.x() == from.x() + WIDTH + GAP) {
      var y = from.y() + HEIGHT / 2;
      return "M%d %d H%d".formatted(from.x() + WIDTH, y, to.x());
    }
    if (from.y() == to.y()) {
      var rise = TOP - Math.min(TOP, 16 + Math.abs(to.x() - from.x()) / 12);
      return "M%d %d Q%d %d %d %d"
          .formatted(
              from.middle(),
              from.y(),
              (from.middle() + to.middle()) / 2,
              rise,
              to.middle(),
              to.y());
    }
    var down = from.y() < to.y();
    return "M%d %d L%d %d"
        .formatted(
            from.middle(),
            down ? from.y() + HEIGHT : from.y(),
            to.middle(),
            down ? to.y() : to.y() + HEIGHT);
  }

  private static void node(
      StringBuilder svg, Step step, Map<String, Place> places, boolean isHere) {
    var place = Objects.requireNonNull(places.get(step.step()));
    svg.append(
        """
        <g class="%s"><rect x="%d" y="%d" width="%d" height="%d" rx="6"/>\
        <text x="%d" y="%d" text-anchor="middle">%s</text></g>
        """
            .formatted(
                isHere ? "step here" : "step",
                place.x(),
                place.y(),
                WIDTH,
                HEIGHT,
                place.middle(),
                place.y() + HEIGHT / 2 + 5,
                text(step.step())));
  }

  private static String text(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
