package duixian.service.claim.submission;

import duixian.policy.eval.Allowance;
import duixian.policy.eval.Claimable;
import duixian.policy.facts.Facts;
import duixian.policy.model.Run;
import duixian.policy.trace.Outcome;
import duixian.service.audit.CanonicalJson;
import duixian.service.fact.FactsJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a submission pins: facts, version, day, choices and what the policy says on them, as
/// canonical JSON; the receipt is the SHA-256 over all of it. `ceiling` is null unless payable, in
/// fen.
public record Snapshot(
    String policy,
    LocalDate day,
    String readings,
    String facts,
    String result,
    String receipt,
    @Nullable Long figure,
    @Nullable Long ceiling,
    List<Allowance> allowances) {
  public Snapshot {
    allowances = List.copyOf(allowances);
  }

  static Snapshot of(String number, Run run, Facts facts, Claimable claimable) {
    var policy = run.policy().version();
    var readings = CanonicalJson.text(readings(run));
    var known = FactsJson.text(facts);
    var result = CanonicalJson.text(result(claimable));
    var whole =
        CanonicalJson.text(
            Map.of(
                "申报", number,
                "政策", policy,
                "认定日", run.day().toString(),
                "解释点", readings,
                "事实", known,
                "结果", result));
    var payable = claimable.decision().outcome() instanceof Outcome.Payable paid ? paid : null;
    return new Snapshot(
        policy,
        run.day(),
        readings,
        known,
        result,
        sha256(whole),
        payable == null ? null : payable.figure().fen(),
        payable == null ? null : payable.ceiling().fen(),
        claimable.takes());
  }

  static Map<String, Object> readings(Run run) {
    var choices = new LinkedHashMap<String, Object>();
    for (var reading : run.policy().readings()) {
      if (reading.isSwitch()) {
        choices.put(reading.name(), reading.choices().get(run.choice(reading)));
      }
    }
    return choices;
  }

  private static Map<String, Object> result(Claimable claimable) {
    var decision = claimable.decision();
    var result = new LinkedHashMap<String, Object>();
    result.put("奖补", decision.award().name());
    result.put("条款", decision.award().clause());
    result.put("对象", decision.object());
    result.put("主体", decision.root());
    result.put("受款", claimable.payee());
    result.put("年度", decision.year());
    result.put("状态", decision.outcome().word());
    switch (decision.outcome()) {
      case Outcome.Payable(var figure, var ceiling, var cuts) -> {
        result.put("额度", figure.decimal());
        result.put("核定上限", ceiling.decimal());
        result.put(
            "封顶",
            cuts.stream()
                .map(cut -> Map.of("名称", cut.name(), "削减", cut.amount().decimal()))
                .toList());
        result.put("占用", claimable.takes().stream().map(Snapshot::allowance).toList());
      }
      case Outcome.Ineligible(var reasons) -> result.put("原因", reasons);
      case Outcome.Lacking(var lacks, _, _) ->
          result.put(
              "缺",
              lacks.stream().map(lack -> Map.of("事实", lack.fact(), "说明", lack.why())).toList());
      case Outcome.Undetermined(var parts) -> result.put("待定", parts);
    }
    return result;
  }

  private static Map<String, Object> allowance(Allowance allowance) {
    return Map.of("名称", allowance.name(), "键", key(allowance), "最多", allowance.most());
  }

  /// `平台 P1｜2023年`.
  public static String key(Allowance allowance) {
    return String.join("｜", allowance.key());
  }

  /// In lower-case hexadecimal.
  public static String sha256(String text) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
