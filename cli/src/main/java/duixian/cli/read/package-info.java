/// Reads facts from JSON, a folder of CSV or an Excel workbook into the columns of the policy.
///
/// Reading order: [FactsReader], [Intake], then [JsonFacts], [CsvFolder] and [ExcelFacts]. Whatever
/// a file holds, reading it takes bounded memory beside the facts themselves, and what is wrong
/// with it is one Chinese sentence with file, record and field.
@NullMarked
package duixian.cli.read;

import org.jspecify.annotations.NullMarked;
