package duixian.bench.policy;

import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.internal.utils.KieHelper;

/// Drools: one rule joins a claim with the account of its platform and year; claims come in order.
public final class ByDrools {
  private static final String RULES =
      """
      package duixian.bench.policy
      rule "first come"
      when
        $claim : Claim( granted < 0, $platform : platform, $year : year )
        $account : Account( platform == $platform, year == $year )
      then
        long capped = Math.min($claim.getAmount() * %dL / %dL, %dL);
        long payable = Math.min(capped, %dL - $account.getUsed());
        $account.setUsed($account.getUsed() + payable);
        $claim.setGranted(payable);
      end
      """
          .formatted(
              Claims.RATE_NUMERATOR, Claims.RATE_DENOMINATOR, Claims.PROJECT_CAP, Claims.YEAR_CAP);

  private final Claims claims;
  private final KieBase rules;

  ByDrools(Claims claims) {
    this.claims = claims;
    this.rules = new KieHelper().addContent(RULES, ResourceType.DRL).build();
  }

  long run() {
    var session = rules.newKieSession();
    try {
      for (int platform = 0; platform < Claims.PLATFORMS; platform++) {
        for (int year = 0; year < Claims.YEARS; year++) {
          session.insert(new Account(platform, Claims.FIRST_YEAR + year));
        }
      }
      var total = 0L;
      for (int i = 0; i < claims.size(); i++) {
        var claim = new Claim(claims.platforms[i], claims.year(i), claims.amounts[i]);
        var handle = session.insert(claim);
        session.fireAllRules();
        session.delete(handle);
        total += claim.getGranted();
      }
      return total;
    } finally {
      session.dispose();
    }
  }
}
