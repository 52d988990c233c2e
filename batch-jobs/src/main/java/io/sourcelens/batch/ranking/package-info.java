/** What sells best: ranks of skus per category at every level and overall. */
@NullMarked
package io.sourcelens.batch.ranking;

import org.jspecify.annotations.NullMarked;
