/// Worked examples (算例): facts and expected grants beside the clause that they prove, run on every
/// back end.
///
/// Reading order: [WorkedCase], [CaseParser], [CaseRunner].
@NullMarked
package duixian.policy.cases;

import org.jspecify.annotations.NullMarked;
