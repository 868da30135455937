package duixian.service.claim;

import duixian.service.audit.Act;
import duixian.service.audit.AuditLog;
import duixian.service.claim.procedure.Procedures;
import duixian.service.claim.procedure.Step;
import duixian.service.party.Person;
import duixian.service.party.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.transaction.annotation.Transactional;

/// Steps that several people work on side by side: joint review, experts, the two officers on site.
/// A verdict stands once given.
public class Verdicts {
  private static final int PASS_MARK = 60;
  private static final int DROP_FROM = 5;

  private final Claims claims;
  private final Procedures procedures;
  private final Tasks tasks;
  private final Course course;
  private final ExpertDraw draw;
  private final AuditLog audit;

  Verdicts(
      Claims claims,
      Procedures procedures,
      Tasks tasks,
      Course course,
      ExpertDraw draw,
      AuditLog audit) {
    this.claims = claims;
    this.procedures = procedures;
    this.tasks = tasks;
    this.course = course;
    this.draw = draw;
    this.audit = audit;
  }

  /// A department or officer agrees or not; one no sends the case back at once.
  @Transactional
  public void give(long id, boolean agrees, Person by, String reason) {
    var claim = claims.lock(id);
    expect(claim, Step.Kind.PARALLEL, Step.Kind.SITE);
    if (!agrees && reason.isBlank()) {
      throw new Refusal("不同意要写理由");
    }
    var task = mine(claim, by);
    tasks.close(task, by, agrees ? "同意" : "不同意", reason, null);
    if (!agrees) {
      leave(claim, "不通过", by, reason, Map.of());
    } else if (tasks.round(claim).stream().noneMatch(Task::isOpen)) {
      leave(claim, "通过", by, reason, Map.of());
    } else {
      part(claim, "同意", by, reason, Map.of());
    }
  }

  /// An expert's score of 0 to 100. After the last one: the highest and the lowest of five or more
  /// are dropped, the mean of the rest must reach 60.
  @Transactional
  public void score(long id, int score, Person by, String opinion) {
    var claim = claims.lock(id);
    expect(claim, Step.Kind.EXPERTS);
    if (score < 0 || score > 100) {
      throw new Refusal("评分应在 0 到 100 之间");
    }
    tasks.close(mine(claim, by), by, "评分", opinion, score);
    var out = draw.out(id);
    var round = tasks.round(claim).stream().filter(task -> !out.contains(task.person())).toList();
    if (round.stream().anyMatch(Task::isOpen)) {
      part(claim, "评分", by, opinion, Map.of("score", score));
      return;
    }
    var scores = round.stream().map(task -> Objects.requireNonNull(task.score())).sorted().toList();
    var counted = scores.size() >= DROP_FROM ? scores.subList(1, scores.size() - 1) : scores;
    var sum = counted.stream().mapToInt(Integer::intValue).sum();
    var passed = sum >= PASS_MARK * counted.size();
    leave(
        claim,
        passed ? "通过" : "不通过",
        by,
        "评分 %s，计入 %s".formatted(text(scores), text(counted)),
        Map.of("score", score, "sum", sum, "counted", counted.size()));
  }

  /// Somebody who was drawn has a conflict or cannot come: he says so, or an officer does, and the
  /// next of the same draw stands in, with what is left of the time. A score stands once given, so
  /// that whoever gave one is replaced for a conflict only, and then it stays to be seen and does
  /// not count.
  @Transactional
  public String replace(long id, String expert, boolean conflict, Person by, String reason) {
    var claim = claims.lock(id);
    expect(claim, Step.Kind.EXPERTS);
    if (!by.id().equals(expert) && !by.is(Role.REVIEWER)) {
      throw new Refusal("专家由本人或业务科室提出替换");
    }
    if (claim.unit().equals(by.organisation())) {
      throw new Refusal("不能办理本单位的申报");
    }
    if (reason.isBlank()) {
      throw new Refusal("替换专家要写理由");
    }
    var out = draw.out(id);
    var task =
        tasks.round(claim).stream()
            .filter(one -> expert.equals(one.person()) && !out.contains(expert))
            .findFirst()
            .orElseThrow(() -> new Refusal(expert + " 不是这一轮的评审专家，或已经被替换"));
    if (!task.isOpen() && !conflict) {
      throw new Refusal("已经评过分，评分不能更改；只有利害关系才替换，评分留在记录里、不计入");
    }
    var successor = draw.replace(claim, expert, conflict, reason, by.id());
    if (task.isOpen()) {
      tasks.close(task, by, conflict ? "回避" : "不能参加", reason, null);
    }
    tasks.stand(task, successor);
    part(
        claim,
        "替换专家",
        by,
        reason,
        Map.of("expert", expert, "successor", successor, "conflict", conflict));
    return successor;
  }

  private void leave(
      Claim claim, String act, Person by, String reason, Map<String, Object> detail) {
    var transition =
        procedures.procedure(claim.procedure()).transition(claim.step(), act).orElseThrow();
    course.move(claim, transition, by, reason, detail);
  }

  private void part(Claim claim, String act, Person by, String reason, Map<String, Object> detail) {
    var said = new HashMap<>(detail);
    said.put("step", claim.step());
    if (!reason.isBlank()) {
      said.put("reason", reason);
    }
    audit.record(new Act(by.id(), act, claim.subject(), said));
  }

  private Task mine(Claim claim, Person by) {
    var step = procedures.procedure(claim.procedure()).step(claim.step());
    course.permit(claim, step.role(), step.step(), by);
    var round = tasks.round(claim);
    if (round.stream().anyMatch(task -> by.id().equals(task.closedBy()))) {
      throw new Refusal(by.name() + "已经给过意见，意见不能更改");
    }
    return round.stream()
        .filter(task -> task.isOpen() && task.isFor(by))
        .findFirst()
        .orElseThrow(() -> new Refusal("这里没有等" + by.name() + "办理的事项"));
  }

  private void expect(Claim claim, Step.Kind... kinds) {
    var kind = procedures.procedure(claim.procedure()).step(claim.step()).kind();
    if (!List.of(kinds).contains(kind)) {
      throw new Refusal("申报 %s 现在是“%s”，不收这种意见".formatted(claim.number(), claim.step()));
    }
  }

  private static String text(List<Integer> scores) {
    return String.join("、", scores.stream().map(String::valueOf).toList());
  }
}
