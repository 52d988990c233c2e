/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sourcelens.engines.Ports;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackIT {
    private static final String[] ALL_BUT_SERVERS = {
        "connect", "capture", "history", "flink", "batch", "api", "intake", "superset"
    };

    @TempDir
    Path folder;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @Test
    void aKilledPartComesBackAndStoppingLeavesNothing() {
        int offset = freeOffset();
        StackOptions options = options(offset);
        try (LocalStack stack = LocalStack.start(options, progress())) {
            assertThat(stack.pids()).containsOnlyKeys("postgres", "kafka", "clickhouse");
            long killed = stack.kill("kafka");
            stack.awaitReturn("kafka", killed, Duration.ofSeconds(60));
            assertThat(stack.pids().get("kafka")).isNotEqualTo(killed);
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() ->
                            assertThat(told.toString(StandardCharsets.UTF_8)).contains("DIED", "is back after"));
        }
        assertThat(new PidFiles(options.state()).running()).isEmpty();
        assertThat(Ports.isFree(Port.KAFKA.number(offset))).isTrue();
        assertThat(Ports.isFree(Port.POSTGRES.number(offset))).isTrue();
    }

    @Test
    void aTakenPortIsSaidBeforeAnythingStarts() throws Exception {
        int offset = freeOffset();
        try (ServerSocket taken = new ServerSocket(Port.KAFKA.number(offset), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LocalStack.start(options(offset), progress()))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("Cannot start kafka: port %d is taken", taken.getLocalPort());
        }
        assertThat(folder.resolve("state/postgres")).doesNotExist();
    }

    private StackOptions options(int offset) {
        return StackOptions.demo(Path.of(".."))
                .withState(folder.resolve("state"))
                .withPortOffset(offset)
                .without(ALL_BUT_SERVERS);
    }

    private Progress progress() {
        return new Progress(new PrintStream(told, true, StandardCharsets.UTF_8));
    }

    /** One at which every port is free, and below those of the local ends of connections ({@link Ports#free}). */
    private static int freeOffset() {
        return IntStream.generate(() -> Ports.free() - Port.KAFKA_CONTROLLER.number(0))
                .limit(100)
                .filter(offset -> Arrays.stream(Port.values()).allMatch(port -> Ports.isFree(port.number(offset))))
                .findFirst()
                .orElseThrow();
    }
}
