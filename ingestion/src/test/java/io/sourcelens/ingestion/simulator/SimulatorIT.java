/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sourcelens.engines.Ports;
import io.sourcelens.engines.postgres.PostgresServer;
import io.sourcelens.ingestion.marketplace.Table;
import io.sourcelens.ingestion.simulator.plan.Contribution;
import io.sourcelens.ingestion.simulator.plan.HistoryPlan;
import io.sourcelens.ingestion.simulator.plan.Ids;
import io.sourcelens.ingestion.simulator.plan.OrderPlan;
import io.sourcelens.ingestion.simulator.plan.OrderState;
import io.sourcelens.ingestion.simulator.plan.SupplierCounts;
import io.sourcelens.ingestion.simulator.world.World;
import io.sourcelens.ingestion.simulator.world.WorldOptions;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorIT {
    /** Long ago enough for most parcels to arrive in the meantime. */
    private static final Instant UNTIL =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(3));

    private static final WorldOptions OPTIONS = new WorldOptions(7, 100, 24, 80, 300, 5_000, UNTIL);

    @TempDir
    private static Path folder;

    private static PostgresServer postgres;
    private static int databases;

    private MarketplaceDatabase database;
    private Path truth;

    @BeforeAll
    static void startPostgres() {
        postgres = PostgresServer.start(folder.resolve("data"), Ports.free(), folder.resolve("postgres.log"));
    }

    @AfterAll
    static void stopPostgres() {
        postgres.stop();
    }

    @BeforeEach
    void loadHistory() {
        String name = "marketplace" + ++databases;
        postgres.createDatabase(name);
        database = new MarketplaceDatabase(postgres.jdbcUrl(name), postgres.user(), postgres.password());
        truth = folder.resolve(name + ".json");
        new History(database).run(OPTIONS, TruthFile.open(truth));
    }

    @Test
    void theLedgerEqualsTheTables() throws Exception {
        HistoryRows history = HistoryRows.generate(World.of(OPTIONS));
        LedgerTruth ledger = LedgerTruth.of(OPTIONS, history);
        try (Connection connection = database.connect()) {
            assertThat(rows(connection)).isEqualTo(ledger.rows()).containsEntry("order_line", 5_000L);
            assertThat(contribution(connection)).isEqualTo(ledger.contribution());
            assertThat(suppliers(connection, Instant.EPOCH, UNTIL)).containsExactlyElementsOf(ledger.suppliers());
            for (int days : List.of(30, 90)) {
                Instant from =
                        WorldOptions.startOf(WorldOptions.day(ledger.asOf()).minusDays(days - 1L));
                assertThat(suppliers(connection, from, ledger.asOf()))
                        .containsExactlyElementsOf(ledger.suppliersInWindow().get(days));
            }
        }
        assertThat(Json.MAPPER.readTree(Files.readString(truth)).get("ledger"))
                .isEqualTo(Json.MAPPER.readTree(Json.write(ledger)));
    }

    @Test
    void keysAndIndexesAreBackAfterTheLoad() throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            assertThat(number(statement, "select count(*) from pg_constraint where contype = 'f' and convalidated"))
                    .isEqualTo(18);
            assertThat(
                            number(
                                    statement,
                                    "select count(*) from pg_indexes where schemaname = 'marketplace' and indexname = 'tracking_scan_parcel'"))
                    .isEqualTo(1);
            assertThatThrownBy(() -> statement.execute(
                            "insert into marketplace.tracking_scan values (-1, -1, 'picked_up', null, now())"))
                    .hasMessageContaining("foreign key");
        }
    }

    @Test
    void aSecondStartWritesNothingAndRestoresALostTruth() throws Exception {
        String written = Files.readString(truth);
        Files.delete(truth);
        assertThat(new History(database).run(OPTIONS, TruthFile.open(truth))).isZero();
        assertThat(truth).hasContent(written);
    }

    @Test
    void whatLiveTrafficLetsHappenIsWhatWasPlanned() throws Exception {
        Instant later = UNTIL.plus(Duration.ofDays(60));
        World world = World.of(OPTIONS);
        try (Connection connection = database.connect()) {
            LiveTraffic traffic = new LiveTraffic(connection, world, new LiveLedger(TruthFile.open(truth)), 7);
            while (traffic.happen(later) > 0) {
                assertThat(connection.getAutoCommit()).isFalse();
            }
            connection.setAutoCommit(true);
            assertThat(statuses(connection)).isEqualTo(statuses(world, later));
        }
    }

    @Test
    void liveTrafficAddsWhatItSaysAndStopsCleanlyOnSigterm() throws Exception {
        Map<String, Long> before;
        try (Connection connection = database.connect()) {
            before = rows(connection);
        }
        Process live = startLive();
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> TruthFile.open(truth).live().orders() >= 40);
        } finally {
            live.destroy();
        }
        assertThat(live.waitFor()).isEqualTo(143);
        assertThat(folder.resolve("live.log")).content().contains("live_stopped");
        TruthFile.Live committed = TruthFile.open(truth).live();
        try (Connection connection = database.connect()) {
            Map<String, Long> expected = new LinkedHashMap<>(before);
            committed
                    .rows()
                    .forEach((table, changes) ->
                            expected.merge(table, changes.inserted() - changes.deleted(), Long::sum));
            assertThat(rows(connection)).isEqualTo(expected);
            await().untilAsserted(() -> assertThat(updatedRows(connection)).isEqualTo(updated(committed)));
            try (Statement statement = connection.createStatement()) {
                assertThat(
                                number(
                                        statement,
                                        "select count(*) from simulator.pending_event where due_at < now() - interval '1 minute'"))
                        .isZero();
            }
        }
        assertThat(committed.rows().get("order").inserted()).isEqualTo(committed.orders());
        assertThat(committed.rows().get("parcel").updated()).isPositive();
    }

    @Test
    void liveTrafficWithoutAHistorySaysWhatToDo() {
        postgres.createDatabase("empty");
        MarketplaceDatabase empty =
                new MarketplaceDatabase(postgres.jdbcUrl("empty"), postgres.user(), postgres.password());
        Live live = new Live(
                empty,
                new LiveOptions(1, Duration.ofSeconds(1), null),
                TruthFile.open(folder.resolve("empty.json")),
                Clock.systemUTC());
        assertThatThrownBy(live::run)
                .isInstanceOf(SimulatorException.class)
                .hasMessageContaining("it has no history; run 'history' first");
    }

    private Process startLive() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                SimulatorMain.class.getName(),
                "live",
                "--rate=40",
                "--truth=" + truth);
        builder.environment().put("SOURCELENS_POSTGRES_URL", database.url());
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("live.log").toFile())
                .start();
    }

    private static Map<String, Long> rows(Connection connection) throws SQLException {
        Map<String, Long> rows = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            for (Table<?> table : Table.ALL) {
                rows.put(table.name(), number(statement, "select count(*) from " + table.qualifiedName()));
            }
        }
        return rows;
    }

    private static Map<String, Long> updated(TruthFile.Live committed) {
        Map<String, Long> updated = new TreeMap<>();
        committed.rows().forEach((table, changes) -> updated.put(table, changes.updated()));
        updated.values().removeIf(rows -> rows == 0);
        return updated;
    }

    private static Map<String, Long> updatedRows(Connection connection) throws SQLException {
        Map<String, Long> updated = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select relname, n_tup_upd from pg_stat_user_tables
                        where schemaname = 'marketplace' and n_tup_upd > 0""")) {
            while (rows.next()) {
                updated.put(rows.getString(1), rows.getLong(2));
            }
        }
        return updated;
    }

    private static Contribution contribution(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql("contribution"))) {
            row.next();
            return new Contribution(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getLong(7),
                    row.getLong(8),
                    row.getLong(9));
        }
    }

    private static List<SupplierCounts> suppliers(Connection connection, Instant from, Instant before)
            throws Exception {
        List<SupplierCounts> counts = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql("supplier_counts"))) {
            select.setObject(1, from.atOffset(ZoneOffset.UTC));
            select.setObject(2, before.atOffset(ZoneOffset.UTC));
            select.setObject(3, from.atOffset(ZoneOffset.UTC));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    counts.add(new SupplierCounts(
                            rows.getLong(1),
                            rows.getLong(2),
                            rows.getLong(3),
                            rows.getLong(4),
                            rows.getLong(5),
                            rows.getLong(6)));
                }
            }
        }
        return counts;
    }

    /** Orders by status, cancelled lines, scans, delivered and cancelled parcels, cases and closed ones. */
    private static Map<String, Long> statuses(Connection connection) throws SQLException {
        Map<String, Long> statuses = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select status, count(*) from marketplace."order" group by status
                        union all select 'cancelled lines', count(*) from marketplace.order_line where status = 'cancelled'
                        union all select 'scans', count(*) from marketplace.tracking_scan
                        union all select 'dispatched', count(dispatched_at) from marketplace.parcel
                        union all select 'delivered', count(delivered_at) from marketplace.parcel
                        union all select 'cancelled parcels', count(cancelled_at) from marketplace.parcel
                        union all select 'cases', count(*) from marketplace.after_sale_case
                        union all select 'closed cases', count(closed_at) from marketplace.after_sale_case
                        union all select 'refunds', sum(refund_minor) from marketplace.after_sale_case""")) {
            while (rows.next()) {
                statuses.put(rows.getString(1), rows.getLong(2));
            }
        }
        return statuses;
    }

    private static Map<String, Long> statuses(World world, Instant at) {
        Map<String, Long> statuses = new TreeMap<>();
        Ids ids = new Ids();
        List<OrderPlan> plans = new ArrayList<>();
        new HistoryPlan(world, ids).generate(plans::add);
        for (OrderPlan plan : plans) {
            OrderState order = OrderState.at(plan, at, ids);
            statuses.merge(order.order().status().name().toLowerCase(Locale.ROOT), 1L, Long::sum);
            add(statuses, "cancelled lines", order.lines(), line -> line.isCancelled());
            add(statuses, "scans", order.scans(), scan -> true);
            add(statuses, "dispatched", order.parcels(), parcel -> parcel.dispatchedAt() != null);
            add(statuses, "delivered", order.parcels(), parcel -> parcel.deliveredAt() != null);
            add(statuses, "cancelled parcels", order.parcels(), parcel -> parcel.cancelledAt() != null);
            add(statuses, "cases", order.cases(), opened -> true);
            add(statuses, "closed cases", order.cases(), opened -> opened.closedAt() != null);
            order.cases().forEach(opened -> statuses.merge("refunds", opened.refundMinor(), Long::sum));
        }
        return statuses;
    }

    private static <T> void add(Map<String, Long> statuses, String name, Collection<T> rows, Predicate<T> counts) {
        statuses.merge(name, rows.stream().filter(counts).count(), Long::sum);
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String sql(String name) throws Exception {
        try (InputStream stream = SimulatorIT.class.getResourceAsStream("/simulator/" + name + ".sql")) {
            assertThat(stream).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
