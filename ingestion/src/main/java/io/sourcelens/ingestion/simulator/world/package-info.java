/**
 * The planted world: who supplies, who sells, what, how well, and when people buy. Pure: everything follows from
 * {@link WorldOptions}, so that the same seed is the same world, today and when live traffic goes on with it.
 */
@NullMarked
package io.sourcelens.ingestion.simulator.world;

import org.jspecify.annotations.NullMarked;
