package duixian.service.claim.aside;

import duixian.service.claim.Claim;
import duixian.service.party.Person;
import java.util.List;

/// A module that knows something about a case; empty tables are left out.
public interface Asides {
  List<Aside> of(Claim claim, Person reader);
}
