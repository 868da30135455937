/// Says what an assessment found: a summary for people, JSON, CSV and Excel for programs,
/// explanations as a tree, receipts.
///
/// Reading order: [Result], [Summary], [ResultJson]. Files are whole or not there at all.
@NullMarked
package duixian.cli.report;

import org.jspecify.annotations.NullMarked;
