/**
 * The reference marketplace: a small copy of what a sourcing station's own database looks like, so that everything can
 * be run and tested without one. Versioned SQL in {@code resources/marketplace}, one record per table, and the two ways
 * to write rows (bulk load, single insert). Nothing else of SourceLens reads these tables but through capture.
 */
@NullMarked
package io.sourcelens.ingestion.marketplace;

import org.jspecify.annotations.NullMarked;
