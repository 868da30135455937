package duixian.policy.resolve;

import duixian.policy.source.Span;
import duixian.policy.syntax.Lexer;
import duixian.policy.syntax.Reserved;
import duixian.policy.syntax.Token;
import duixian.policy.syntax.Words;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// A name where it is declared: one word that an expression can use, none of the language's own.
public final class NewName {
  private NewName() {}

  /// The name, or null after a diagnostic; `what` is what it names.
  public static @Nullable String of(Draft draft, Span span, String what) {
    var name = Words.text(span);
    var tokens = Lexer.tokens(span, new ArrayList<>());
    if (tokens.size() != 2
        || !(tokens.getFirst() instanceof Token.Name(var word, _))
        || !word.equals(name)) {
      draft.error(
          span, what + "的名称 “" + name + "” 不能用在表达式里", "名称是一个词：汉字、字母和数字，不含空格、符号和“的”，不以数字加单位开头");
      return null;
    }
    if (Reserved.isReserved(name)) {
      draft.error(span, "“" + name + "”是语言的词，不能作" + what + "的名称", "换一个名称");
      return null;
    }
    return name;
  }
}
