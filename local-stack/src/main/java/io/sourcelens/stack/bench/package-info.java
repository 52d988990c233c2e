/**
 * Measurements of the whole local run. Each prints a table and writes what it measured, never anything else, to
 * {@code benchmarks/results}.
 */
@NullMarked
package io.sourcelens.stack.bench;

import org.jspecify.annotations.NullMarked;
