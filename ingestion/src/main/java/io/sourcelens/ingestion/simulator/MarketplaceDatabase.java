/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/** Where the marketplace's database is. */
public record MarketplaceDatabase(String url, String user, String password) {

    public static MarketplaceDatabase from(Map<String, String> environment) {
        return new MarketplaceDatabase(
                environment.getOrDefault("SOURCELENS_POSTGRES_URL", "jdbc:postgresql://127.0.0.1:15432/marketplace"),
                environment.getOrDefault("SOURCELENS_POSTGRES_USER", "postgres"),
                environment.getOrDefault("SOURCELENS_POSTGRES_PASSWORD", "postgres"));
    }

    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "sourcelens-simulator");
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(url, properties);
    }

    @Override
    public String toString() {
        return url + " as " + user;
    }
}
