package duixian.service.law.web;

import duixian.policy.trace.Explanation;
import duixian.service.law.Measure;
import duixian.service.site.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The calculator: every measure to choose from, the inputs of the chosen one, and what comes out.
public record CalculatorPage(
    List<Measure> measures,
    Measure chosen,
    List<Group> groups,
    Field year,
    Field day,
    Result result) {
  public CalculatorPage {
    measures = List.copyOf(measures);
    groups = List.copyOf(groups);
  }

  /// The inputs for records of one entity; `alike` says how many records look like this, null when
  /// there is one.
  public record Group(String entity, List<Field> fields, @Nullable Field alike) {
    public Group {
      fields = List.copyOf(fields);
    }
  }

  /// What came out, in the order of years; `complaints` say what cannot be read.
  public record Result(List<Line> lines, List<String> complaints) {
    public Result {
      lines = List.copyOf(lines);
      complaints = List.copyOf(complaints);
    }
  }

  /// One decision: `fen` null unless payable; `notes` say what cut, what is missing or why not.
  public record Line(
      int year, String state, @Nullable Long fen, List<String> notes, @Nullable Explanation why) {
    public Line {
      notes = List.copyOf(notes);
    }
  }
}
