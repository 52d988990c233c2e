/**
 * raw → core: the current state of every entity, merged from its change log by key and source position. Whatever arrives
 * twice, late or out of order leads to the same state. Where rows were that changed their place is kept for the rollups.
 */
@NullMarked
package io.sourcelens.batch.core;

import org.jspecify.annotations.NullMarked;
