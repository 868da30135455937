package duixian.service.claim.web.officer;

import duixian.service.claim.Proceedings;
import duixian.service.claim.procedure.Procedure;
import duixian.service.claim.procedure.Step;
import duixian.service.claim.procedure.Transition;
import org.jspecify.annotations.Nullable;

/// Says before an act what it will do, and which form it takes.
final class Consequence {
  private Consequence() {}

  /// `days` is the limit of the next step today, null without a clock.
  static String of(Transition transition, Procedure procedure, @Nullable Integer days) {
    var target = procedure.step(transition.target());
    var clock =
        days == null ? "" : "，限 %d 个%s".formatted(days, target.naturalDays() ? "自然日" : "工作日");
    var then =
        target.kind() == Step.Kind.END
            ? "办结为“" + target.step() + "”"
            : "转到“%s”（%s）%s".formatted(target.step(), target.role().label(), clock);
    return switch (transition.effect()) {
      case NONE -> then;
      case SUBMIT -> "按现有事实生成快照和回执；" + then;
      case ACCEPT -> "受理日定为今天，排队争用限额以它为先后；" + then;
      case STOP -> "退给申报单位补正，受理的时限停表；补正只能要求一次" + clock;
      case RESERVE -> "当场占用下面的限额、名额和预算，不够就办不成；" + then;
      case RELEASE -> "释放占用的限额、名额和预算；" + then;
      case FUND -> "占用所选年度的预算；" + then;
      case SETTLE -> "把占用的限额和预算记为已用；" + then;
      case REVERSE -> "冲回占用的限额和预算，按规则计息；" + then;
    };
  }

  /// act, verdict, score, decide, fund; publish, issue and recover are done on other pages.
  static String form(Proceedings.Choice choice) {
    return switch (choice.kind()) {
      case PARALLEL, SITE -> "verdict";
      case EXPERTS -> "score";
      case DRAFT, CORRECTION, SINGLE, DECISION, NOTICE, POOL, ISSUE, PAYMENT, END ->
          switch (choice.transition().effect()) {
            case NONE, ACCEPT, STOP -> "act";
            case RELEASE -> choice.kind() == Step.Kind.NOTICE ? "objection" : "act";
            case RESERVE -> "decide";
            case FUND -> "fund";
            case REVERSE -> "recover";
            case SUBMIT, SETTLE -> "elsewhere";
          };
    };
  }
}
