package duixian.policy.syntax;

import duixian.policy.source.Diagnostic;
import duixian.policy.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Recursive descent over the grammar of the language reference; one method a rule.
public final class ExpressionParser {
  /// Bounds of one expression, so that no pass over its tree runs out of stack.
  private static final int DEPTH = 100;

  private static final int OPERATORS = 500;
  private static final String UNCLOSED = "括号没有合上";

  private final List<Token> tokens;
  private int at;
  private int depth;
  private int operators;
  private boolean inSubject;

  private ExpressionParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /// The expression that fills `span`, or null after a diagnostic.
  public static @Nullable Node parse(Span span, List<Diagnostic> diagnostics) {
    var before = diagnostics.size();
    var tokens = Lexer.tokens(span, diagnostics);
    if (diagnostics.size() > before) {
      return null;
    }
    var parser = new ExpressionParser(tokens);
    try {
      var node = parser.expression();
      if (!(parser.peek() instanceof Token.End)) {
        parser.refuseEverydaySpeech();
        throw parser.trailing();
      }
      return node;
    } catch (Unparsable e) {
      diagnostics.add(e.diagnostic);
      return null;
    }
  }

  /// Carries the one diagnostic of an expression out of the descent.
  private static final class Unparsable extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Diagnostic diagnostic;

    Unparsable(Diagnostic diagnostic) {
      super(diagnostic.message(), null, false, false);
      this.diagnostic = diagnostic;
    }
  }

  private Node expression() {
    var start = at;
    var node = chain(false);
    return taken("当且仅当") ? binary(start, "当且仅当", node, chain(false)) : node;
  }

  private Node chain(boolean all) {
    var start = at;
    var parts = new ArrayList<Node>();
    do {
      parts.add(all ? negation() : chain(true));
    } while (taken(all ? "且" : "或"));
    return parts.size() == 1
        ? parts.getFirst()
        : new Node.Chain(all, List.copyOf(parts), since(start));
  }

  private Node negation() {
    var start = at;
    return taken("非") ? new Node.Not(comparison(), since(start)) : comparison();
  }

  private Node comparison() {
    var start = at;
    var left = fallback();
    refuseEverydaySpeech();
    var relation = Relations.sign(word(peek()));
    if (relation == null) {
      return left;
    }
    at++;
    return binary(start, relation, left, fallback());
  }

  private void refuseEverydaySpeech() {
    var word = word(peek());
    var instead = Relations.instead(word);
    if (instead != null) {
      throw new Unparsable(Diagnostic.error(peek().span(), "语言里没有“" + word + "”", "写成 " + instead));
    }
    if (Relations.isAmbiguous(word)) {
      throw new Unparsable(
          Diagnostic.error(
              peek().span(),
              "“" + word + "”有歧义：含不含本数？",
              word.equals("以上") ? "含本数写 不低于 X，不含写 超过 X" : "含本数写 不超过 X，不含写 低于 X"));
    }
  }

  private Node fallback() {
    var start = at;
    var left = sum();
    while (taken("如没有则")) {
      left = binary(start, "如没有则", left, sum());
    }
    return left;
  }

  private Node sum() {
    var start = at;
    var left = product();
    while (true) {
      if (taken("+")) {
        left = binary(start, "+", left, product());
      } else if (taken("-")) {
        left = binary(start, "-", left, product());
      } else {
        return left;
      }
    }
  }

  private Node product() {
    var start = at;
    var left = member();
    while (true) {
      if (taken("×")) {
        left = binary(start, "×", left, member());
      } else if (taken("÷")) {
        left = binary(start, "÷", left, member());
      } else {
        return left;
      }
    }
  }

  private Node member() {
    if (++depth > DEPTH) {
      throw new Unparsable(Diagnostic.error(peek().span(), "表达式嵌套太深", "把里层的部分写成定义"));
    }
    var node = primary();
    depth--;
    while (taken("的")) {
      var name = name("“的”后面应当是名称");
      count(name.span());
      node = new Node.Member(node, name, node.span().to(name.span()));
    }
    return node;
  }

  private Node primary() {
    var token = peek();
    switch (token) {
      case Token.Numeral(var figure, var span) -> {
        at++;
        return new Node.Numeral(figure, span);
      }
      case Token.Day(var day, var span) -> {
        at++;
        return new Node.Day(day, span);
      }
      case Token.Sign sign when sign.text().equals("(") -> {
        at++;
        var node = expression();
        expect(")", UNCLOSED);
        return node;
      }
      case Token.Sign sign -> throw unexpected("这里应当是一个量，而不是 “" + sign.text() + "”");
      case Token.End end ->
          throw new Unparsable(Diagnostic.error(end.span(), "表达式没有写完", "补上缺少的部分"));
      case Token.Name name -> {
        return switch (name.text()) {
          case "按" -> match();
          case "待定" -> undecided();
          default -> {
            at++;
            var plain = new Node.Name(name.text(), name.span());
            yield isSign(peek(), "(") ? call(plain) : plain;
          }
        };
      }
    }
  }

  private Node call(Node.Name name) {
    expect("(", "");
    if (name.name().equals("分档")) {
      return tiers(name);
    }
    var arguments = new ArrayList<Node>();
    arguments.add(expression());
    var filter = taken("其中") ? expression() : null;
    while (taken(",")) {
      arguments.add(expression());
    }
    var end = expect(")", UNCLOSED);
    return new Node.Call(name, List.copyOf(arguments), filter, name.span().to(end));
  }

  private Node tiers(Node.Name name) {
    var of = subject(name.span(), this::expression);
    expect(":", "分档的量后面写 “：全额” 或 “：累进”");
    var kind = name("分档写 全额 或 累进");
    if (!kind.name().equals("全额") && !kind.name().equals("累进")) {
      throw new Unparsable(Diagnostic.error(kind.span(), "分档只有 全额 和 累进 两种", "写成 全额 或 累进"));
    }
    var steps = new ArrayList<Node.Step>();
    while (taken(",") || taken(";")) {
      @Nullable Node bound = null;
      if (!taken("其余")) {
        if (!taken("不超过") && !taken("≤")) {
          throw unexpected("每一档写 不超过 X → 比例，最后一档写 其余 → 比例");
        }
        bound = sum();
      }
      expect("→", "档的后面写 → 和这一档的比例");
      steps.add(new Node.Step(bound, sum()));
    }
    var end = expect(")", UNCLOSED);
    return new Node.Tiers(of, kind.name().equals("累进"), List.copyOf(steps), name.span().to(end));
  }

  private Node match() {
    var start = peek().span();
    at++;
    var subject = subject(start, this::fallback);
    expect(":", "“按 …”的后面写 “：”");
    var cases = new ArrayList<Node.Case>();
    do {
      var value = fallback();
      expect("→", "选项的后面写 “→”");
      cases.add(new Node.Case(value, expression()));
    } while (taken(";"));
    return new Node.Match(subject, List.copyOf(cases), start.to(cases.getLast().then().span()));
  }

  private Node undecided() {
    var start = peek().span();
    at++;
    expect("(", "写成 待定（由谁决定：决定什么）");
    var first = peek().span();
    var who = text(first, ":", ")");
    var what = "";
    if (taken(":")) {
      what = text(peek().span(), ")", ")");
    }
    var end = expect(")", UNCLOSED);
    if (who.isEmpty()) {
      throw new Unparsable(Diagnostic.error(start.to(end), "待定没有说由谁决定", "写成 待定（由谁决定：决定什么）"));
    }
    return new Node.Undecided(who, what, start.to(end));
  }

  /// Everything up to the first of two signs, as it is written.
  private String text(Span first, String stop, String other) {
    @Nullable Span last = null;
    while (!(peek() instanceof Token.End) && !isSign(peek(), stop) && !isSign(peek(), other)) {
      last = peek().span();
      at++;
    }
    return last == null ? "" : first.to(last).text();
  }

  private Node.Name name(String message) {
    if (peek() instanceof Token.Name(var text, var span)) {
      at++;
      return new Node.Name(text, span);
    }
    throw unexpected(message);
  }

  private Token peek() {
    return tokens.get(at);
  }

  private boolean taken(String sign) {
    if (word(peek()).equals(sign)) {
      at++;
      return true;
    }
    return false;
  }

  private Span expect(String sign, String message) {
    if (isSign(peek(), sign)) {
      return tokens.get(at++).span();
    }
    throw unexpected(message);
  }

  private static boolean isSign(Token token, String sign) {
    return token instanceof Token.Sign found && found.text().equals(sign);
  }

  private static String word(Token token) {
    return switch (token) {
      case Token.Name(var text, _) -> text;
      case Token.Sign(var text, _) -> text;
      case Token.Numeral _, Token.Day _, Token.End _ -> "";
    };
  }

  private Node binary(int start, String operator, Node left, Node right) {
    count(right.span());
    return new Node.Binary(operator, left, right, since(start));
  }

  /// From a token up to the last one read, brackets included.
  private Span since(int start) {
    return tokens.get(start).span().to(tokens.get(at - 1).span());
  }

  private void count(Span span) {
    if (++operators > OPERATORS) {
      throw new Unparsable(Diagnostic.error(span, "表达式太长", "把一部分写成定义，再用它的名称"));
    }
  }

  /// The subject of 按 and the quantity of 分档 are read once for each case, so they stay simple.
  private Node subject(Span start, Supplier<Node> rule) {
    if (inSubject) {
      throw new Unparsable(Diagnostic.error(start, "“按”和“分档”的量里不能再写“按”或“分档”", "把里层写成定义，再用它的名称"));
    }
    inSubject = true;
    var node = rule.get();
    inSubject = false;
    return node;
  }

  private Unparsable trailing() {
    var token = peek();
    if (token instanceof Token.Numeral) {
      at++;
      refuseEverydaySpeech();
      at--;
    }
    if (token instanceof Token.Sign(var sign, var span)) {
      return new Unparsable(
          sign.equals(")")
              ? Diagnostic.error(span, "多了一个右括号", "删去它，或在前面补上左括号")
              : Diagnostic.error(span, "这里不应当有 “" + span.text() + "”", "删去它；一行只写一个表达式"));
    }
    return new Unparsable(
        Diagnostic.error(
            token.span(),
            "“" + token.span().text() + "”的前面缺少运算符",
            "两个量之间写 +、−、×、÷、超过、且 等；名称里不能有空格"));
  }

  private Unparsable unexpected(String message) {
    var token = peek();
    return new Unparsable(
        Diagnostic.error(
            token.span(),
            token instanceof Token.End ? "写到这里就断了：" + message : message,
            message.equals(UNCLOSED) ? "补上右括号" : "参看语言说明的表达式一节；词与词之间要有空格，如 甲 且 乙"));
  }
}
