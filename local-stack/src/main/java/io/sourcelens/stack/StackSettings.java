/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The environment variables that all parts are configured by: what the person has set, and the embedded defaults for the
 * rest.
 *
 * @param given variables set from outside; a server named there is not started here
 */
public record StackSettings(StackOptions options, Map<String, String> given) {
    private static final String PREFIX = "SOURCELENS_";
    /** The marketplace that the simulator writes. */
    public static final String SIMULATED_MARKETPLACE = "demo";

    public StackSettings {
        given = Map.copyOf(given);
    }

    public static StackSettings of(StackOptions options) {
        return new StackSettings(options, System.getenv());
    }

    public int port(Port port) {
        return port.number(options.portOffset());
    }

    public Path state(String name) {
        return options.state().resolve(name);
    }

    public Path home(String name) {
        return options.home().resolve(name);
    }

    public String value(String name) {
        String value = environment().get(PREFIX + name);
        if (value == null) {
            throw new StackException("Cannot find setting %s%s".formatted(PREFIX, name));
        }
        return value;
    }

    /** Whether a server of the person's own is used. */
    boolean isExternal(String name) {
        return given.containsKey(PREFIX + name);
    }

    /** PostgreSQL holds the marketplace, the lake's catalog and Superset's metadata. */
    boolean needsOwnPostgres() {
        return !isExternal("POSTGRES_URL")
                || !isExternal("CATALOG_URL")
                || !options.leavesOut("superset") && !isExternal("SUPERSET_DATABASE_URL");
    }

    /** The folder of the lake, where it is one of this machine. */
    Optional<Path> localWarehouse() {
        String warehouse = value("WAREHOUSE");
        return warehouse.startsWith("file:") ? Optional.of(Path.of(java.net.URI.create(warehouse))) : Optional.empty();
    }

    /** Everything a part may need; parts read what they know. */
    public Map<String, String> environment() {
        Map<String, String> values = new TreeMap<>();
        String postgres = "127.0.0.1:" + port(Port.POSTGRES);
        values.put("POSTGRES_URL", "jdbc:postgresql://%s/marketplace".formatted(postgres));
        values.put("POSTGRES_USER", "postgres");
        values.put("POSTGRES_PASSWORD", "postgres");
        values.put("CATALOG_URL", "jdbc:postgresql://%s/lake".formatted(postgres));
        values.put("CATALOG_USER", "postgres");
        values.put("CATALOG_PASSWORD", "postgres");
        values.put("WAREHOUSE", uri("warehouse"));
        values.put("KAFKA_BOOTSTRAP", "127.0.0.1:" + port(Port.KAFKA));
        values.put("CONNECT_URL", http(Port.CONNECT));
        values.put("FLINK_CHECKPOINTS", uri("checkpoints"));
        values.put("FLINK_CHECKPOINT_MILLIS", "2000");
        values.put("FLINK_REST_PORT", number(Port.FLINK));
        values.put("BATCH_PORT", number(Port.BATCH));
        values.put("REFRESH_SECONDS", "60");
        values.put("WATCH_PORT", number(Port.WATCH));
        values.put("CLICKHOUSE_URL", "jdbc:clickhouse://127.0.0.1:" + port(Port.CLICKHOUSE));
        for (String user : ClickHouseAccess.USERS) {
            values.put(ClickHouseAccess.passwordVariable(user), user);
        }
        values.put("INTAKE_PORT", number(Port.INTAKE));
        values.put("INTAKE_URL", http(Port.INTAKE));
        values.put("API_PORT", number(Port.API));
        values.put("API_URL", http(Port.API));
        values.put(
                "STOREFRONT_BUNDLE",
                home("dashboards/storefront/dist/sourcelens-best-sellers.js").toString());
        values.put("SHOP_PORT", number(Port.SHOP));
        values.put("SUPERSET_PORT", number(Port.SUPERSET));
        values.put("SUPERSET_URL", http(Port.SUPERSET));
        values.put("TOOLS", home(".sourcelens/tools").toString());
        values.put("SUPERSET_DATABASE_URL", "postgresql://postgres:postgres@%s/superset".formatted(postgres));
        values.put("STATE", options.state().toString());

        Map<String, String> environment = new TreeMap<>();
        values.forEach((name, value) -> environment.put(PREFIX + name, value));
        given.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                environment.put(name, value);
            }
        });
        environment.computeIfAbsent(PREFIX + "JWT_SECRET", name -> KeptSecret.in(options.state(), "jwt-secret"));
        environment.computeIfAbsent(PREFIX + "PSEUDONYM_KEY", name -> KeptSecret.in(options.state(), "pseudonym-key"));
        environment.computeIfAbsent(PREFIX + "INTAKE_SECRET", name -> KeptSecret.in(options.state(), "intake-secret"));
        return environment;
    }

    private String http(Port port) {
        return "http://127.0.0.1:" + port(port);
    }

    private String number(Port port) {
        return String.valueOf(port(port));
    }

    private String uri(String folder) {
        return "file://" + state(folder);
    }
}
