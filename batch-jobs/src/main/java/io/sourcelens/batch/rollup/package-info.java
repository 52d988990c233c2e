/**
 * core → rollup: daily partial aggregates, of which only the days that new changes touched are computed again. Nothing in
 * them depends on the time of reading.
 */
@NullMarked
package io.sourcelens.batch.rollup;

import org.jspecify.annotations.NullMarked;
