/**
 * When a supplier became worse or better: the level of its weekly counts against what was normal in the same weeks, with how
 * sure that is and how many false alarms are among those that are raised.
 */
@NullMarked
package io.sourcelens.batch.change;

import org.jspecify.annotations.NullMarked;
