/// Brings identifiers by the million from a file: CSV or NDJSON, cut, parsed, sorted, taken in.
///
/// Reading order: [Importer], [Source], [CsvRows], [NdjsonRows]. An interrupted import goes on
/// where it stopped when it is started again with the same file.
@NullMarked
package duixian.handle.load;

import org.jspecify.annotations.NullMarked;
