/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/** Ready-made tokens of the API for the simulated marketplace, one per role; the seller is the one who sells most. */
public record Tokens(String sellerId, String seller, String analyst, String categoryManager) {

    public static Tokens of(StackSettings settings) {
        String marketplace = StackSettings.SIMULATED_MARKETPLACE;
        String secret = settings.value("JWT_SECRET");
        Instant now = Instant.now();
        String sellerId = busiestSeller(settings);
        return new Tokens(
                sellerId,
                JwtToken.seller(marketplace, sellerId, now).sign(secret),
                JwtToken.of("supplier_analyst", "analyst", marketplace, now).sign(secret),
                JwtToken.of("category_manager", "category-manager", marketplace, now)
                        .sign(secret));
    }

    /** For the shop page of a marketplace that was imported; its sellers are not known here. */
    static String guest(StackSettings settings, String marketplace) {
        return JwtToken.seller(marketplace, "guest", Instant.now()).sign(settings.value("JWT_SECRET"));
    }

    /** Opens the intake for one marketplace; signed with a key that the API does not know. */
    static String writer(StackSettings settings, String marketplace) {
        return JwtToken.of("writer", "writer-" + marketplace, marketplace, Instant.now())
                .sign(settings.value("INTAKE_SECRET"));
    }

    private static String busiestSeller(StackSettings settings) {
        try (Connection connection = DriverManager.getConnection(
                        settings.value("POSTGRES_URL"),
                        settings.value("POSTGRES_USER"),
                        settings.value("POSTGRES_PASSWORD"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT seller_id::text FROM marketplace."order"
                        GROUP BY seller_id ORDER BY count(*) DESC, seller_id LIMIT 1""")) {
            return row.next() ? row.getString(1) : "1";
        } catch (SQLException e) {
            throw new StackException("Cannot pick a seller: " + e.getMessage(), e);
        }
    }
}
