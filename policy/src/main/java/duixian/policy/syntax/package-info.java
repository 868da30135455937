/// From the blocks of a document to statements and expression trees; no name is resolved here.
///
/// Reading order: [Words], [StatementReader], [Statement], [Lexer], [Node], [ExpressionParser].
@NullMarked
package duixian.policy.syntax;

import org.jspecify.annotations.NullMarked;
