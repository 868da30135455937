package duixian.handle.registry;

import duixian.handle.message.Result;

/// How a write ended, with a sentence for people: what, where, how to mend it.
public record Verdict(Result result, String sentence) {
  public static final Verdict SUCCESS = of(Result.SUCCESS);

  public static Verdict of(Result result) {
    return new Verdict(result, result.sentence());
  }

  public static Verdict of(Result result, String detail) {
    return new Verdict(result, result.sentence() + "：" + detail);
  }

  public boolean ok() {
    return result == Result.SUCCESS;
  }
}
