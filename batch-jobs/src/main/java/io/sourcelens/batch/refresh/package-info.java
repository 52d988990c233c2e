/** One refresh: in which order jobs run, what is checked before readers see it, and what is remembered of the run. */
@NullMarked
package io.sourcelens.batch.refresh;

import org.jspecify.annotations.NullMarked;
