package duixian.policy.eval;

import java.util.List;

/// What a payable decision takes from, by the records' own names: a running ceiling (上限, 限额) in
/// fen, or places (名额, 一次性) of which a grant takes one.
///
/// `key` says whose it is (`平台 P1`, `2023年`); `most` is the limit less the outside money. Decisions
/// with equal kind, name and key share the allowance, whichever facts they were judged on.
public record Allowance(Kind kind, String name, List<String> key, long most) {
  public Allowance {
    key = List.copyOf(key);
  }

  /// In what an allowance is counted.
  public enum Kind {
    FEN,
    PLACES
  }
}
