package duixian.service.claim.procedure;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// A procedure as SVG, drawn from its own steps and transitions: the way that the case went is
/// dark, the step where it is filled.
public final class Diagram {
  private static final int WIDTH = 132;
  private static final int HEIGHT = 40;
  private static final int GAP = 44;
  private static final int LEFT = 16;
  private static final int TOP = 96;
  private static final int ENDS_TOP = 220;

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
    for (var transition : procedure.transitions()) {
      edge(svg, places, transition, gone.contains(new Way(transition.step(), transition.target())));
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

  /// The main line from left to right; where a case may end, below.
  private static Map<String, Place> places(Procedure procedure) {
    var places = new LinkedHashMap<String, Place>();
    var along = LEFT;
    var ends = LEFT;
    for (var step : procedure.steps()) {
      var isEnd = step.kind() == Step.Kind.END || step.kind() == Step.Kind.CORRECTION;
      places.put(step.step(), new Place(isEnd ? ends : along, isEnd ? ENDS_TOP : TOP));
      if (isEnd) {
        ends += WIDTH + GAP;
      } else {
        along += WIDTH + GAP;
      }
    }
    return places;
  }

  private static void edge(
      StringBuilder svg, Map<String, Place> places, Transition transition, boolean gone) {
    var from = places.get(transition.step());
    var to = places.get(transition.target());
    if (from == null || to == null) {
      return;
    }
    svg.append(
        "<path class=\"%s\" d=\"%s\"><title>%s</title></path>\n"
            .formatted(gone ? "way gone" : "way", line(from, to), text(transition.act())));
  }

  private static String line(Place from, Place to) {
    if (from.y() == to.y() && to.x() == from.x() + WIDTH + GAP) {
      var y = from.y() + HEIGHT / 2;
      return "M%d %d H%d".formatted(from.x() + WIDTH, y, to.x());
    }
    if (from.y() == to.y()) {
      var rise = TOP - Math.min(80, 20 + Math.abs(to.x() - from.x()) / 16);
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
    var place = java.util.Objects.requireNonNull(places.get(step.step()));
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
