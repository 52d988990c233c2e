/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.world;

import io.sourcelens.ingestion.marketplace.Seller;

/**
 * A seller, how large its shop is and in which first-level category it is at home.
 *
 * @param weight share of the demand relative to other sellers of the same sku
 */
public record SellerProfile(Seller seller, double weight, int department) {
    public long id() {
        return seller.sellerId();
    }
}
