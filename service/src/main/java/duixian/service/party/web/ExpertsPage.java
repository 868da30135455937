package duixian.service.party.web;

import duixian.service.party.Experts;
import java.util.List;

/// The pool of experts; `complaints` say what was wrong with the rows of an import.
public record ExpertsPage(List<Experts.Expert> experts, List<String> complaints) {
  public ExpertsPage {
    experts = List.copyOf(experts);
    complaints = List.copyOf(complaints);
  }
}
