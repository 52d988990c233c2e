/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsTest {
    @TempDir
    Path home;

    @Test
    void everyPartNeedsOnlyPartsThatExistAndNoneOfThemInACircle() {
        List<Part> parts = parts(StackOptions.demo(home), Map.of());
        Set<String> startable = new HashSet<>();
        boolean grown = true;
        while (grown) {
            grown = parts.stream()
                            .filter(part -> startable.containsAll(part.needs()))
                            .map(Part::name)
                            .filter(startable::add)
                            .count()
                    > 0;
        }
        assertThat(startable).isEqualTo(names(parts));
    }

    @Test
    void noTwoPartsShareAPort() {
        List<Port> ports = parts(StackOptions.demo(home), Map.of()).stream()
                .flatMap(part -> part.ports().stream())
                .toList();
        assertThat(ports).doesNotHaveDuplicates().contains(Port.values());
    }

    @Test
    void leavingOutSupersetLeavesOutAllOfItAndNothingElse() {
        Set<String> all = names(parts(StackOptions.demo(home), Map.of()));
        Set<String> without = names(parts(StackOptions.demo(home).without("superset"), Map.of()));
        all.removeAll(without);
        assertThat(all).containsExactlyInAnyOrder("superset-venv", "superset-setup", "superset");
    }

    @Test
    void whatNeedsALeftOutPartIsLeftOutToo() {
        assertThat(names(parts(StackOptions.demo(home).without("batch"), Map.of())))
                .doesNotContain("batch", "first-figures", "all-figures", "live")
                .contains("flink", "api");
    }

    @Test
    void anExternalServerIsNotStartedButWhatUsesItIs() {
        Set<String> names = names(parts(
                StackOptions.demo(home),
                Map.of("SOURCELENS_KAFKA_BOOTSTRAP", "kafka:9092", "SOURCELENS_CLICKHOUSE_URL", "jdbc:ch://other")));
        assertThat(names).doesNotContain("kafka", "clickhouse").contains("connect", "flink", "batch", "api");
    }

    @Test
    void nothingIsSimulatedInAMarketplaceOfSomebodyElse() {
        Set<String> names = names(parts(
                StackOptions.demo(home), Map.of("SOURCELENS_POSTGRES_URL", "jdbc:postgresql://shop:5432/orders")));
        assertThat(names).doesNotContain("history", "live").contains("postgres", "capture");
    }

    private static List<Part> parts(StackOptions options, Map<String, String> given) {
        return new Parts(new StackSettings(options, given)).all();
    }

    private static Set<String> names(List<Part> parts) {
        return parts.stream().map(Part::name).collect(Collectors.toSet());
    }
}
