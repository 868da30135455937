/// From the literate Markdown to statements and expression trees; no name is resolved here.
///
/// Reading order: [Document], [Statement], [Lexer], [Node], [ExpressionParser].
@NullMarked
package duixian.policy.syntax;

import org.jspecify.annotations.NullMarked;
