/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.ranking;

import io.sourcelens.serving.problem.InvalidParameterException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a marketplace delivers that its skus can be filtered by. */
@Repository
class FilterBasis {
    private final JdbcClient clickHouse;

    FilterBasis(JdbcClient clickHouse) {
        this.clickHouse = clickHouse;
    }

    /** @param skus that sold, and how many of them have each */
    record Known(long skus, long suppliers, long provinces, long days) {}

    /**
     * An empty list is no answer where nobody can know what belongs in it.
     *
     * @throws InvalidParameterException if skus sold, and of none is known what the filter asks
     */
    void requireKnown(String marketplace, RankingFilter filter) {
        Known known = clickHouse
                .sql("""
                        SELECT count() AS skus, count(supplier_id) AS suppliers, count(ship_from_province) AS provinces,
                            count(first_seen_day) AS days
                        FROM api.sku_sales
                        WHERE marketplace = :marketplace AND window_days = 30""")
                .param("marketplace", marketplace)
                .query(Known.class)
                .single();
        boolean sold = known.skus() > 0;
        if (sold && !filter.tier().isEmpty() && known.suppliers() == 0) {
            throw notKnown("tier", marketplace, "whose skus they are");
        }
        if (sold && !filter.shipFromProvince().isEmpty() && known.provinces() == 0) {
            throw notKnown("ship_from_province", marketplace, "where suppliers ship from");
        }
        if (sold && filter.arrivedWithinDays() != RankingFilter.ANY && known.days() == 0) {
            throw notKnown("arrived_within_days", marketplace, "when skus entered its catalogue");
        }
    }

    private static InvalidParameterException notKnown(String name, String marketplace, String what) {
        return new InvalidParameterException(
                "Cannot filter by %s: marketplace %s does not say %s; leave it out".formatted(name, marketplace, what));
    }
}
