/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.refresh;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.TableChanges;
import io.sourcelens.batch.marketplace.MarketplaceDays;
import io.sourcelens.batch.mart.MartResult;
import io.sourcelens.batch.mart.MartResult.Status;
import io.sourcelens.batch.publish.PublishedTable;
import io.sourcelens.schema.ClickHouseTable;
import io.sourcelens.schema.Schemas;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.iceberg.Table;

/**
 * Publishes what readers do not have yet: every mart whose version in the lake is another than the published one. A driver
 * that starts knows of none, so it publishes all once more, and makes good what one before it died over.
 */
final class Publication {
    /** Marts that other processes write into the lake. */
    static final List<String> OF_OTHERS = List.of("track_record");

    private final Lake lake;
    private final Publisher publisher;
    private final RefreshLog log;
    private final Map<String, Long> published = new HashMap<>();

    Publication(Lake lake, Publisher publisher, RefreshLog log) {
        this.lake = lake;
        this.publisher = publisher;
        this.log = log;
    }

    private record Due(PublishedTable table, long version) {}

    static List<MartResult> ofOthers() {
        return OF_OTHERS.stream().map(MartResult::unchanged).toList();
    }

    /** The results, with what was published and what could not be. */
    List<MartResult> publish(String runId, List<MartResult> marts) {
        Map<String, Due> due = new LinkedHashMap<>();
        marts.forEach(mart -> due(mart).ifPresent(one -> due.put(mart.mart(), one)));
        if (due.isEmpty()) {
            return marts;
        }
        try {
            publisher.publish(runId, due.values().stream().map(Due::table).toList());
            due.forEach((mart, one) -> published.put(mart, one.version()));
            log.published(due.keySet());
            return outcome(marts, due.keySet(), mart -> MartResult.written(mart.mart(), mart.checks()));
        } catch (RuntimeException e) {
            due.keySet().forEach(published::remove);
            log.failed("publish", e);
            String reason = String.valueOf(e.getMessage());
            return outcome(marts, due.keySet(), mart -> MartResult.failed(mart.mart(), reason));
        }
    }

    private static List<MartResult> outcome(List<MartResult> marts, Set<String> due, UnaryOperator<MartResult> ofDue) {
        return marts.stream()
                .map(mart -> due.contains(mart.mart()) ? ofDue.apply(mart) : mart)
                .toList();
    }

    /** Days that readers see otherwise than this version has them. */
    private Optional<MarketplaceDays> changed(String mart, Table table) {
        return Optional.ofNullable(published.get(mart))
                .filter(version -> ClickHouseTable.hasWeeks(Schemas.mart(mart)))
                .flatMap(version -> TableChanges.daysSince(table, version));
    }

    private Optional<Due> due(MartResult mart) {
        if (mart.status() != Status.PUBLISHED && mart.status() != Status.UNCHANGED) {
            return Optional.empty();
        }
        return lake.find("mart." + mart.mart())
                .filter(table -> table.currentSnapshot() != null)
                .map(table -> new Due(version(mart.mart(), table), Lake.version(table)))
                .filter(one -> one.version() != published.getOrDefault(mart.mart(), 0L));
    }

    private PublishedTable version(String mart, Table table) {
        return new PublishedTable(
                mart, table.location(), Lake.metadataFile(table), Lake.rowCount(table), changed(mart, table));
    }
}
