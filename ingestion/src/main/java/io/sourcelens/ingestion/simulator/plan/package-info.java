/**
 * What happens in the planted world: orders with everything that will ever happen to them, how they stand at a time,
 * and the ledger of what was generated. Pure; writing it anywhere is the business of the package above.
 */
@NullMarked
package io.sourcelens.ingestion.simulator.plan;

import org.jspecify.annotations.NullMarked;
