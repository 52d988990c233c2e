/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.catalogue;

import io.sourcelens.serving.problem.NotFoundException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Marketplaces and categories that are published. */
@Repository
public class Catalogue {
    /** Stands for the whole marketplace wherever a category is asked for. */
    public static final String ALL = "all";

    private final JdbcClient clickHouse;

    Catalogue(JdbcClient clickHouse) {
        this.clickHouse = clickHouse;
    }

    /** @throws NotFoundException if there is none of that name */
    public Marketplace marketplace(String marketplace) {
        return clickHouse
                .sql("""
                        SELECT marketplace, name, currency, time_zone, as_of, run_id
                        FROM api.marketplace
                        WHERE marketplace = :marketplace""")
                .param("marketplace", marketplace)
                .query(Marketplace.class)
                .optional()
                .orElseThrow(() -> new NotFoundException(
                        "Cannot find marketplace %s; /v1/marketplaces lists them".formatted(marketplace)));
    }

    /** @throws NotFoundException if the marketplace has no such category */
    public void requireCategory(String marketplace, String categoryId) {
        if (!categoryId.equals(ALL)
                && categories(marketplace).stream()
                        .noneMatch(category -> category.categoryId().equals(categoryId))) {
            throw new NotFoundException("Cannot find category %s; /v1/marketplaces/%s/categories lists them"
                    .formatted(categoryId, marketplace));
        }
    }

    List<Marketplace> marketplaces() {
        return clickHouse.sql("""
                        SELECT marketplace, name, currency, time_zone, as_of, run_id
                        FROM api.marketplace
                        ORDER BY marketplace""").query(Marketplace.class).list();
    }

    List<Category> categories(String marketplace) {
        return clickHouse
                .sql("""
                        SELECT category_id, parent_category_id, level, name_zh, name_en
                        FROM api.category
                        WHERE marketplace = :marketplace
                        ORDER BY level, category_id""")
                .param("marketplace", marketplace)
                .query(Category.class)
                .list();
    }
}
