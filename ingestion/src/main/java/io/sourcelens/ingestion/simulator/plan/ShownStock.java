/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.plan;

import io.sourcelens.ingestion.simulator.world.SkuProfile;
import java.time.Instant;

/** What a supplier shows as available. */
@FunctionalInterface
public interface ShownStock {
    int shown(SkuProfile sku, Instant at);
}
