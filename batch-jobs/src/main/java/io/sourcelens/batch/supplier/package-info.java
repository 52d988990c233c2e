/** How suppliers do: what late dispatch and a defect are, their shrunk rates, and the scorecard. */
@NullMarked
package io.sourcelens.batch.supplier;

import org.jspecify.annotations.NullMarked;
