package duixian.policy.columns;

import duixian.policy.columns.code.Kernels;
import duixian.policy.columns.pass.Cell;
import duixian.policy.columns.pass.Frame;
import duixian.policy.columns.plan.Plan;
import duixian.policy.columns.plan.Use;
import duixian.policy.columns.plan.Uses;
import duixian.policy.columns.settle.Ceiling;
import duixian.policy.columns.settle.Lane;
import duixian.policy.columns.settle.Mark;
import duixian.policy.columns.settle.Settlement;
import duixian.policy.columns.settle.Sharing;
import duixian.policy.columns.settle.Tally;
import duixian.policy.model.Cap;
import duixian.policy.model.Policy;
import duixian.policy.model.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Brings the awards of a run into the settlement, those that share caps together.
final class Settling {
  private final Policy policy;
  private final Run run;
  private final Plan plan;
  private final Uses uses;
  private final Kernels kernels;
  private final Frame frame;
  private final List<AwardRun> awards;
  private final Map<Integer, Tally> tallies = new HashMap<>();

  Settling(
      Policy policy,
      Run run,
      Plan plan,
      Uses uses,
      Kernels kernels,
      Frame frame,
      List<AwardRun> awards) {
    this.policy = policy;
    this.run = run;
    this.plan = plan;
    this.uses = uses;
    this.kernels = kernels;
    this.frame = frame;
    this.awards = awards;
  }

  void run() {
    for (var group : groups()) {
      settle(group);
    }
  }

  AwardColumns columns(AwardRun award) {
    var names = money(award).stream().map(Use::name).toList();
    return new AwardColumns(
        award.award(),
        award::yearOf,
        award.sheet(),
        award.objectOrder(),
        kernels.lacks(award.award().index()),
        names,
        money(award).stream().map(Use::slot).toList());
  }

  private void settle(List<AwardRun> group) {
    if (group.size() == 1 && group.getFirst().settlesAtOnce() && settleAtOnce(group.getFirst())) {
      return;
    }
    for (var award : group) {
      if (!award.looksBack()) {
        award.assess();
      }
    }
    var ceilings = group.stream().map(this::ceilings).toList();
    var lanes = new ArrayList<Lane>();
    for (int i = 0; i < group.size(); i++) {
      lanes.add(lane(group.get(i), ceilings.get(i)));
    }
    var tables = group.stream().map(award -> frame.facts().table(award.award().object())).toList();
    var sharing = sharing(group, ceilings);
    var settlement = new Settlement(lanes, tables, frame.calendar(), sharing);
    if (sharing.isNone() && group.stream().noneMatch(AwardRun::looksBack)) {
      settlement.run();
      return;
    }
    var back = group.stream().filter(AwardRun::looksBack).toList();
    back.forEach(AwardRun::assessOtherYears);
    settlement.runByYear(
        year -> back.forEach(award -> award.assess(year)),
        (lane, row) -> reward(group.get(lane), row));
  }

  /// In one loop; false when a row is left to the exact way, and then nothing has happened.
  private boolean settleAtOnce(AwardRun award) {
    money(award).forEach(use -> award.sheet().refuse(use.slot(), refuses(use)));
    return award.settle();
  }

  private void reward(AwardRun award, int row) {
    var sheet = award.sheet();
    var asked = plan.rewarded(award.award().index());
    for (int i = 0; i < asked.size(); i++) {
      var index = kernels.tables().reward(asked.get(i).expr()).index();
      var object = award.award().object();
      var root = frame.ancestor(object.index(), sheet.row(row), object.stepsTo(object.root()));
      var quantity = sheet.quantities(i)[row];
      if (quantity == Cell.EXACT) {
        frame.rewards().note(index, root, award.exact().quantity(asked.get(i), sheet, row));
      } else if (!Cell.isState(quantity)) {
        frame.rewards().note(index, root, quantity);
      }
    }
  }

  private Lane lane(AwardRun award, List<Ceiling> ceilings) {
    var index = award.award().index();
    var marks =
        uses.of(index).stream()
            .filter(use -> !use.kind().isMoney() && !use.unique())
            .sorted(Comparator.comparing(Use::kind))
            .map(use -> mark(award, use))
            .toArray(Mark[]::new);
    var object = award.award().object();
    return new Lane(
        award.sheet(),
        frame.years(object.index()),
        Kernels.isByYear(award.award()),
        marks,
        ceilings.toArray(Ceiling[]::new));
  }

  private Mark mark(AwardRun award, Use use) {
    var fixed = kernels.limits(award.award().index()).fixed(use.slot());
    return new Mark(use, award.sheet(), fixed, tally(use));
  }

  private List<Ceiling> ceilings(AwardRun award) {
    var limits = kernels.limits(award.award().index());
    var ceilings = new ArrayList<Ceiling>();
    for (var use : money(award)) {
      ceilings.add(
          new Ceiling(
              use,
              award.sheet(),
              limits.fixed(use.slot()),
              use.unique() ? null : tally(use),
              use.cap() >= 0 && isProRata(policy.caps().get(use.cap())),
              refuses(use)));
    }
    return ceilings;
  }

  /// The ceilings that share by the same fraction: for each cap, one per lane.
  private Sharing sharing(List<AwardRun> group, List<List<Ceiling>> ceilings) {
    var shared = new ArrayList<@Nullable Ceiling[]>();
    for (var cap : policy.caps()) {
      var ofCap = new @Nullable Ceiling[group.size()];
      for (int lane = 0; lane < ofCap.length; lane++) {
        var money = money(group.get(lane));
        for (int i = 0; i < money.size(); i++) {
          if (money.get(i).cap() == cap.index()) {
            ofCap[lane] = ceilings.get(lane).get(i);
          }
        }
      }
      if (isProRata(cap)) {
        shared.add(ofCap);
      }
    }
    return new Sharing(shared, policy.unitFen());
  }

  private List<Use> money(AwardRun award) {
    return uses.of(award.award().index()).stream().filter(use -> use.kind().isMoney()).toList();
  }

  private Tally tally(Use use) {
    return tallies.computeIfAbsent(use.space(), space -> new Tally(frame.space(space)));
  }

  private boolean isProRata(Cap cap) {
    return switch (cap.sharing()) {
      case Cap.Sharing.FirstCome _ -> false;
      case Cap.Sharing.ProRata _ -> true;
      case Cap.Sharing.Chosen(var reading, var proRata) -> run.choice(reading) == proRata;
    };
  }

  private boolean refuses(Use use) {
    if (use.cap() < 0) {
      return false;
    }
    return switch (policy.caps().get(use.cap()).excess()) {
      case Cap.Excess.Cut _ -> false;
      case Cap.Excess.Refuse _ -> true;
      case Cap.Excess.Chosen(var reading, var refuse) -> run.choice(reading) == refuse;
    };
  }

  /// Awards that share a cap, directly or through others.
  private List<List<AwardRun>> groups() {
    var group = new int[awards.size()];
    for (int i = 0; i < group.length; i++) {
      group[i] = i;
    }
    for (var cap : policy.caps()) {
      for (var scope : cap.scopes()) {
        var from = group[scope.award()];
        var to = group[cap.scopes().getFirst().award()];
        for (int i = 0; i < group.length; i++) {
          group[i] = group[i] == from ? to : group[i];
        }
      }
    }
    var groups = new TreeMap<Integer, List<AwardRun>>();
    for (int i = 0; i < group.length; i++) {
      groups.computeIfAbsent(group[i], _ -> new ArrayList<>()).add(awards.get(i));
    }
    return List.copyOf(groups.values());
  }
}
