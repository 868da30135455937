/// The node over HTTP: JSON of identifiers, the deployed enterprise API, prefixes, status and
/// metrics.
///
/// Reading order: [HttpServer], [HttpConnection], [Routes], [Reply]; then a `…Routes` for each
/// part. The JSON of values is that of deployed resolvers (`/api/handles/…`); messages of the
/// binary protocol are taken by `POST /`.
@NullMarked
package duixian.handle.http;

import org.jspecify.annotations.NullMarked;
