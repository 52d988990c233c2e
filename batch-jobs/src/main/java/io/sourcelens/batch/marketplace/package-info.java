/** Marketplaces as the jobs need them: whose days are counted in which zone, and until when their data is known. */
@NullMarked
package io.sourcelens.batch.marketplace;

import org.jspecify.annotations.NullMarked;
