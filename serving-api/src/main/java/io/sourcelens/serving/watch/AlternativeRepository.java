/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.watch;

import io.sourcelens.serving.security.Tenant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AlternativeRepository {
    private static final String ALTERNATIVES = """
            SELECT sku_id, supplier_id, alternative_sku_id, alternative_supplier_id, alternative_supplier_name, rank,
                advice, reason, at_risk, name_zh, name_en, category_id, match_group_id, expected_gain_minor,
                expected_gain_low_minor, expected_gain_high_minor, price_gain_minor, freight_gain_minor,
                late_gain_minor, defect_gain_minor, evidence, supply_price_minor, freight_minor, freight_basis,
                freight_order_lines, late_delivery_probability, defect_rate_expected, tier, stock_units,
                stock_out_probability, stock_status, alternative_supply_price_minor, alternative_freight_minor,
                alternative_freight_basis, alternative_freight_order_lines, alternative_late_delivery_probability,
                alternative_defect_rate_expected, alternative_tier, alternative_stock_units,
                alternative_stock_out_probability, alternative_stock_status, as_of, run_id
            """;
    private static final String BEST_FIRST = """

            ORDER BY indexOf(['switch', 'stand_in', 'no_better', 'not_enough_data'], advice),
                expected_gain_low_minor DESC NULLS LAST, sku_id, rank
            LIMIT :limit""";

    private final JdbcClient clickHouse;

    AlternativeRepository(JdbcClient clickHouse) {
        this.clickHouse = clickHouse;
    }

    /**
     * @param skuId the empty text for all
     * @param advice the empty text for any
     */
    List<Alternative> list(String marketplace, String skuId, String advice, int limit) {
        return clickHouse
                .sql(ALTERNATIVES + """
                                FROM api.alternative
                                WHERE marketplace = :marketplace AND (:sku_id = '' OR sku_id = :sku_id)
                                    AND (:advice = '' OR advice = :advice)""" + BEST_FIRST)
                .param("marketplace", marketplace)
                .param("sku_id", skuId)
                .param("advice", advice)
                .param("limit", limit)
                .query(Alternative.class)
                .list();
    }

    /** Of what a seller lists, those that are better or stand in. Without a seller it is an error. */
    List<Alternative> betterOfListed(Tenant tenant, int limit) {
        return clickHouse
                .sql(ALTERNATIVES + """
                                FROM api.seller_alternative(marketplace = :marketplace, seller_id = :seller_id)
                                WHERE advice IN ('switch', 'stand_in')""" + BEST_FIRST)
                .param("marketplace", tenant.marketplace())
                .param("seller_id", tenant.sellerId())
                .param("limit", limit)
                .query(Alternative.class)
                .list();
    }
}
