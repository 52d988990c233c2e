/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import io.sourcelens.engines.clickhouse.ClickHouseServer;
import io.sourcelens.engines.kafka.KafkaServer;
import io.sourcelens.engines.postgres.PostgresServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that the local run starts, in reading order. A newcomer adds a part here; the order of starting follows from
 * what each needs.
 */
final class Parts {
    /** Step that ends when the first marts are published. */
    static final String FIRST_FIGURES = "first-figures";
    /** Step that ends when every mart is. */
    static final String ALL_FIGURES = "all-figures";

    private static final Duration HISTORY = Duration.ofMinutes(20);
    private static final Duration CAPTURE = Duration.ofMinutes(4);
    private static final Duration INSTALL = Duration.ofMinutes(20);

    private final StackSettings settings;
    private final StackOptions options;
    private final JavaLaunch java;

    Parts(StackSettings settings) {
        this.settings = settings;
        this.options = settings.options();
        this.java = new JavaLaunch(settings);
    }

    List<Part> all() {
        List<Part> parts = new ArrayList<>();
        parts.addAll(servers());
        parts.addAll(marketplace());
        parts.addAll(jobs());
        parts.addAll(pages());
        parts.addAll(data());
        parts.add(watch().asOptional());
        return withoutAbsentNeeds(withoutLeftOut(parts));
    }

    private List<Part> servers() {
        List<Part> parts = new ArrayList<>();
        if (settings.needsOwnPostgres()) {
            parts.add(Part.engine(
                    "postgres",
                    log -> PostgresServer.start(settings.state("postgres"), settings.port(Port.POSTGRES), log),
                    List.of(Port.POSTGRES)));
            parts.add(Part.step("databases", detail -> Databases.createMissing(settings), "postgres"));
        }
        if (!settings.isExternal("KAFKA_BOOTSTRAP")) {
            parts.add(Part.engine(
                    "kafka",
                    log -> KafkaServer.start(
                            settings.state("kafka"),
                            settings.port(Port.KAFKA),
                            settings.port(Port.KAFKA_CONTROLLER),
                            log),
                    List.of(Port.KAFKA, Port.KAFKA_CONTROLLER)));
        }
        if (!settings.isExternal("CLICKHOUSE_URL")) {
            parts.add(Part.engine(
                    "clickhouse",
                    log -> ClickHouseServer.start(
                            settings.state("clickhouse"),
                            settings.port(Port.CLICKHOUSE),
                            settings.port(Port.CLICKHOUSE_TCP),
                            settings.localWarehouse().orElse(settings.state("warehouse")),
                            log,
                            ClickHouseAccess.passwords(settings)),
                    List.of(Port.CLICKHOUSE, Port.CLICKHOUSE_TCP)));
        }
        return parts;
    }

    private List<Part> marketplace() {
        List<Part> parts = new ArrayList<>();
        if (!settings.isExternal("POSTGRES_URL")) {
            parts.add(Part.command(
                    "history", () -> simulator("history", options.historyOptions()), HISTORY, "databases"));
        }
        if (!settings.isExternal("CONNECT_URL")) {
            parts.add(Part.service(
                    "connect",
                    () -> java.of(
                            "ingestion",
                            "org.apache.kafka.connect.cli.ConnectDistributed",
                            384,
                            List.of(),
                            List.of(settings.home("ingestion/target/classes/capture/connect-worker.properties")
                                    .toString())),
                    () -> Http.answers(settings.value("CONNECT_URL") + "/connectors"),
                    List.of(Port.CONNECT),
                    "kafka"));
        }
        parts.add(Part.command(
                "capture",
                () -> java.of(
                        "ingestion",
                        "io.sourcelens.ingestion.capture.CaptureMain",
                        128,
                        JavaLaunch.QUICK_START,
                        List.of()),
                CAPTURE,
                "history",
                "connect"));
        parts.add(Part.service(
                "intake",
                () -> java.of(
                        "ingestion",
                        "io.sourcelens.ingestion.intake.IntakeMain",
                        256,
                        JavaLaunch.QUICK_START,
                        List.of()),
                () -> Http.answers(settings.value("INTAKE_URL") + "/health"),
                List.of(Port.INTAKE),
                "kafka"));
        return parts;
    }

    private List<Part> jobs() {
        return List.of(
                Part.service(
                        "flink",
                        () -> java.streaming("io.sourcelens.streaming.StreamingJob"),
                        this::flinkRuns,
                        List.of(Port.FLINK),
                        "kafka",
                        "databases"),
                Part.service(
                        "batch",
                        () -> java.of(
                                "batch-jobs",
                                "io.sourcelens.batch.BatchDriver",
                                sparkHeap(),
                                JavaLaunch.SPARK,
                                List.of()),
                        () -> Http.answers("http://127.0.0.1:%s/health".formatted(settings.value("BATCH_PORT"))),
                        List.of(Port.BATCH),
                        "databases",
                        "clickhouse"));
    }

    private List<Part> pages() {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.service(
                "api",
                () -> java.of(
                        "serving-api",
                        "io.sourcelens.serving.ServingApplication",
                        256,
                        JavaLaunch.QUICK_START,
                        List.of()),
                () -> Http.answers(settings.value("API_URL") + "/actuator/health"),
                List.of(Port.API),
                "clickhouse"));
        parts.add(Part.service(
                        "shop",
                        this::shop,
                        () -> Http.answers("http://127.0.0.1:%s/".formatted(settings.value("SHOP_PORT"))),
                        List.of(Port.SHOP),
                        "databases",
                        "history")
                .asOptional());
        // Until it serves it takes what others leave of the processor: the shop has its data no later.
        parts.add(Part.command("superset-venv", () -> superset("install.sh"), INSTALL, "capture")
                .asOptional());
        parts.add(Part.command("superset-setup", () -> superset("bootstrap.sh"), INSTALL, "superset-venv", "databases")
                .asOptional());
        parts.add(Part.service(
                        "superset",
                        () -> superset("serve.sh"),
                        () -> Http.answers(settings.value("SUPERSET_URL") + "/health"),
                        List.of(Port.SUPERSET),
                        "superset-setup",
                        "clickhouse")
                .asOptional());
        return parts;
    }

    private List<Part> data() {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.step("captured", detail -> FirstCapture.await(settings, detail), "flink", "capture", "history"));
        FirstRefresh refresh = new FirstRefresh(settings);
        parts.add(Part.step(FIRST_FIGURES, refresh::untilFirst, "captured", "batch", "clickhouse"));
        parts.add(Part.step(ALL_FIGURES, refresh::untilAll, FIRST_FIGURES).asOptional());
        if (!settings.isExternal("POSTGRES_URL") && options.ordersPerSecond() > 0) {
            parts.add(Part.service(
                    "live",
                    () -> simulator("live", List.of("--rate", String.valueOf(options.ordersPerSecond()))),
                    () -> true,
                    List.of(),
                    FIRST_FIGURES));
        }
        return parts;
    }

    /** Early, for it is to say what keeps the first rows from coming. */
    private Part watch() {
        return Part.service(
                "watch",
                () -> java.of(
                        "ingestion", "io.sourcelens.ingestion.watch.WatchMain", 64, JavaLaunch.QUICK_START, List.of()),
                () -> Http.answers("http://127.0.0.1:%s/health".formatted(settings.value("WATCH_PORT"))),
                List.of(Port.WATCH),
                "connect",
                "flink");
    }

    private boolean flinkRuns() {
        try {
            HttpResponse<String> jobs =
                    Http.get("http://127.0.0.1:%s/jobs/overview".formatted(settings.value("FLINK_REST_PORT")));
            return jobs.statusCode() == 200 && jobs.body().contains("\"RUNNING\"");
        } catch (IOException e) {
            return false;
        }
    }

    private int sparkHeap() {
        return Integer.parseInt(settings.environment().getOrDefault("SOURCELENS_SPARK_HEAP_MB", "1500"));
    }

    private Launch simulator(String command, List<String> arguments) {
        List<String> all = Stream.concat(
                        Stream.of(
                                command, "--truth", settings.state("truth.json").toString()),
                        arguments.stream())
                .toList();
        return java.of(
                "ingestion", "io.sourcelens.ingestion.simulator.SimulatorMain", 512, JavaLaunch.QUICK_START, all);
    }

    private Launch shop() {
        Launch launch = launch("node", "dashboards/storefront/shop/serve.mjs");
        Map<String, String> environment = new TreeMap<>(launch.environment());
        environment.put("SOURCELENS_SHOP_TOKEN", Tokens.of(settings).seller());
        environment.put("SOURCELENS_SHOP_TOKEN_ONLINE_RETAIL", Tokens.guest(settings, "online-retail"));
        return new Launch(launch.command(), environment, launch.directory());
    }

    private Launch superset(String script) {
        return launch("bash", "dashboards/superset/" + script);
    }

    private Launch launch(String program, String file) {
        Path path = settings.home(file);
        return new Launch(List.of(program, path.toString()), settings.environment(), path.getParent());
    }

    private List<Part> withoutLeftOut(List<Part> parts) {
        Set<String> gone = new TreeSet<>();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Part part : parts) {
                if (options.leavesOut(part.name()) || part.needs().stream().anyMatch(gone::contains)) {
                    grown |= gone.add(part.name());
                }
            }
        }
        return parts.stream().filter(part -> !gone.contains(part.name())).toList();
    }

    /** What somebody else runs needs no start. A part whose file is missing fails when it is started, with its name. */
    private static List<Part> withoutAbsentNeeds(List<Part> parts) {
        Set<String> names = parts.stream().map(Part::name).collect(Collectors.toSet());
        return parts.stream()
                .map(part -> new Part(
                        part.name(),
                        part.work(),
                        part.ports(),
                        part.needs().stream().filter(names::contains).collect(Collectors.toSet()),
                        part.optional()))
                .toList();
    }

    static void createFolders(StackSettings settings) {
        for (String folder : List.of("logs", "run", "warehouse", "checkpoints")) {
            try {
                Files.createDirectories(settings.state(folder));
            } catch (IOException e) {
                throw new StackException("Cannot create %s: %s".formatted(settings.state(folder), e), e);
            }
        }
    }
}
