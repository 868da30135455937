package duixian.service.demo;

import duixian.policy.value.Money;
import duixian.service.claim.Claims;
import duixian.service.claim.Proceedings;
import duixian.service.notice.Notices;
import duixian.service.notice.Objections;
import duixian.service.payment.Payments;
import java.util.Set;

/// Leads a case towards its goal, a turn at a time: most walk on to a step, some end otherwise.
final class Goals {
  private static final Set<String> UNANSWERED = Set.of("待发送", "已发送");

  private final Claims claims;
  private final Proceedings proceedings;
  private final Notices notices;
  private final Objections objections;
  private final Payments payments;
  private final Walk walk;
  private final Papers papers;

  Goals(
      Claims claims,
      Proceedings proceedings,
      Notices notices,
      Objections objections,
      Payments payments,
      Walk walk,
      Papers papers) {
    this.claims = claims;
    this.proceedings = proceedings;
    this.notices = notices;
    this.objections = objections;
    this.payments = payments;
    this.walk = walk;
    this.papers = papers;
  }

  void towards(long id, String goal) {
    var claim = claims.claim(id);
    var step = claim.step();
    if (step.equals(goal) || step.equals("不予支持")) {
      return;
    }
    switch (goal + "|" + step) {
      case "补正|受理" -> proceedings.act(id, "要求补正", walk.clerk(claim), "缺少专项审计报告");
      case "补正后|受理" -> {
        if (claim.corrections() == 0) {
          proceedings.act(id, "要求补正", walk.clerk(claim), "缺少验收证明材料，请补充盖章的扫描件");
        }
      }
      case "补正后|补正" -> {
        papers.add(claim, "其他材料", "验收证明（补正）", "Acceptance certificate");
        walk.step(id);
      }
      case "不予受理|受理" -> proceedings.act(id, "不予受理", walk.clerk(claim), "不属于本政策的受理范围");
      case "已撤回|受理" -> proceedings.act(id, "撤回", Cast.applicant(claim.unit()), "材料需要重新整理");
      case "不予支持|形式审查" -> proceedings.act(id, "不予支持", walk.who("reviewer1"), "合同与发票不一致（合成）");
      case "已追回|已拨付" ->
          payments.recover(id, Money.yuan(1000), walk.who("finance4"), "绩效目标没有完成（合成）");
      case "异议|公示" -> object(id);
      case "退票|拨付" -> {
        if (UNANSWERED.contains(payments.of(id).getLast().state())) {
          walk.answer(id, "失败", "户名与账号不符");
        }
      }
      default -> {
        if (!isOver(step)) {
          walk.step(id);
        }
      }
    }
  }

  private void object(long id) {
    if (!objections.of(id).isEmpty()) {
      return;
    }
    for (var notice : notices.all()) {
      for (var line : notices.lines(notice.id())) {
        if (line.claim() == id) {
          objections.file(
              notice.id(),
              id,
              new Objections.Objector("合成市民", "13800000000"),
              "认为项目验收时间与事实不符（合成异议）");
          return;
        }
      }
    }
  }

  private static boolean isOver(String step) {
    return switch (step) {
      case "已拨付", "不予受理", "不予支持", "已撤回", "已追回" -> true;
      default -> false;
    };
  }
}
