package duixian.service.access;

import static duixian.service.access.Right.only;

import duixian.service.party.Role;
import java.util.List;

/// Who may open the pages of the offices. What a person may do there is asked by what does it.
final class OfficeRights {
  static final List<Right> TABLE =
      List.of(
          only(
              "/inbox/**",
              Role.TOWNSHIP,
              Role.REVIEWER,
              Role.DEPARTMENT,
              Role.EXPERT,
              Role.AUDITOR,
              Role.LEADER,
              Role.FINANCE),
          only(
              "/cases/**",
              Role.TOWNSHIP,
              Role.REVIEWER,
              Role.DEPARTMENT,
              Role.EXPERT,
              Role.AUDITOR,
              Role.LEADER,
              Role.FINANCE,
              Role.SUPERVISOR),
          only("/publish/**", Role.REVIEWER, Role.LEADER, Role.SUPERVISOR),
          only("/credit/**", Role.REVIEWER, Role.FINANCE, Role.SUPERVISOR),
          only("/accounts/**", Role.REVIEWER, Role.LEADER, Role.FINANCE, Role.SUPERVISOR),
          only("/budget/**", Role.REVIEWER, Role.LEADER, Role.FINANCE, Role.SUPERVISOR),
          only("/money/**", Role.FINANCE, Role.LEADER, Role.SUPERVISOR),
          only(
              "/evaluations/**",
              Role.APPLICANT,
              Role.REVIEWER,
              Role.LEADER,
              Role.FINANCE,
              Role.SUPERVISOR),
          only("/target-records/**", Role.REVIEWER, Role.LEADER, Role.FINANCE, Role.SUPERVISOR),
          only("/oversight/replay/**", Role.REVIEWER, Role.LEADER, Role.FINANCE, Role.SUPERVISOR),
          only("/oversight/**", Role.SUPERVISOR),
          only("/settings/**", Role.ADMINISTRATOR));

  private OfficeRights() {}
}
