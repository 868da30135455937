package duixian.service.access;

import static duixian.service.access.Right.only;
import static duixian.service.access.Right.open;
import static duixian.service.access.Right.signedIn;

import duixian.service.party.Role;
import java.util.List;
import java.util.stream.Stream;

/// The one table of who may open what; the first row that fits counts, and what no row names is
/// shut. Whether a person may see one case of many is asked by the page itself
/// (`Claims.isVisible`).
final class Rights {
  private static final List<Right> PUBLIC =
      List.of(
          open("/"),
          open("/assets/**"),
          open("/error"),
          open("/sign-in"),
          open("/sign-in/**"),
          open("/policy"),
          open("/policy/**"),
          open("/calculator"),
          open("/calculator/**"),
          open("/notices"),
          open("/notices/**"),
          open("/targets"),
          open("/targets/**"),
          open("/log"),
          open("/search"),
          open("/api/health"),
          signedIn("/api/**"),
          signedIn("/start"),
          signedIn("/sign-out"));

  private static final List<Right> APPLICANT =
      List.of(
          only("/mine", Role.APPLICANT),
          only("/mine/**", Role.APPLICANT),
          only("/declare/**", Role.APPLICANT),
          only("/my-claims", Role.APPLICANT),
          only("/my-claims/**", Role.APPLICANT),
          only("/my-data", Role.APPLICANT),
          only("/my-data/**", Role.APPLICANT),
          only("/my-accounts", Role.APPLICANT),
          only("/my-accounts/**", Role.APPLICANT),
          only("/facts/**", Role.REVIEWER, Role.SUPERVISOR),
          only("/contests", Role.REVIEWER),
          only("/contests/**", Role.REVIEWER));

  private Rights() {}

  static List<Right> table() {
    return Stream.of(PUBLIC, APPLICANT, OfficeRights.TABLE).flatMap(List::stream).toList();
  }
}
