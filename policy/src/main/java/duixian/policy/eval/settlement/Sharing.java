package duixian.policy.eval.settlement;

import duixian.policy.model.Cap;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// 按比例: when a year's rows of a key ask for more than a cap holds, each keeps the same fraction,
/// rounded down to the policy's unit. What is cut goes back to the rows' other rules.
final class Sharing {
  private final List<Cap> caps;
  private final long unit;

  private record Claim(Pending pending, Demand demand) {}

  Sharing(List<Cap> caps, long unit) {
    this.caps = caps;
    this.unit = unit;
  }

  /// Runs every such cap, in the order of the text, over the payable rows of a year.
  void share(List<Pending> year) {
    for (var cap : caps) {
      var claims = new LinkedHashMap<List<Long>, List<Claim>>();
      for (var pending : year) {
        for (var demand : pending.demands()) {
          var rule = demand.rule();
          if (rule.isCap() && rule.index() == cap.index() && rule.proRata()) {
            claims
                .computeIfAbsent(demand.bucket().key(), key -> new ArrayList<>())
                .add(new Claim(pending, demand));
          }
        }
      }
      claims.values().forEach(this::cut);
    }
  }

  private void cut(List<Claim> claims) {
    var room = claims.stream().mapToLong(claim -> claim.demand().room()).min().orElseThrow();
    var total =
        claims.stream()
            .map(claim -> BigInteger.valueOf(claim.pending().amount()))
            .reduce(BigInteger.ZERO, BigInteger::add);
    for (var claim : claims) {
      var pending = claim.pending();
      var asked = pending.amount();
      var kept = kept(asked, room, total);
      pending.cut(claim.demand(), total.longValueExact(), 0, kept);
      for (var demand : pending.demands()) {
        if (!demand.rule().proRata() && pending.isRival()) {
          demand.usage().add(pending.row(), kept - asked);
        }
      }
    }
  }

  private long kept(long amount, long room, BigInteger total) {
    if (total.compareTo(BigInteger.valueOf(room)) <= 0) {
      return amount;
    }
    var exact =
        BigInteger.valueOf(amount)
            .multiply(BigInteger.valueOf(room))
            .divide(total)
            .longValueExact();
    return exact - exact % unit;
  }
}
