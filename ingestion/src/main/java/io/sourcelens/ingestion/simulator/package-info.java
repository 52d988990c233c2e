/**
 * The simulator: writes a planted world into the reference marketplace, first its history, then live traffic, and the
 * truth about both into a file that tests hold results against. Generation is pure ({@code world}, {@code plan});
 * here is what talks to the database, the clock and the file system.
 */
@NullMarked
package io.sourcelens.ingestion.simulator;

import org.jspecify.annotations.NullMarked;
