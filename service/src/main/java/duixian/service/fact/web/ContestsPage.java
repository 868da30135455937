package duixian.service.fact.web;

import duixian.service.fact.contest.Contests.Contest;
import java.util.List;

/// Contested facts that wait for the office.
public record ContestsPage(List<Contest> contests) {
  public ContestsPage {
    contests = List.copyOf(contests);
  }
}
