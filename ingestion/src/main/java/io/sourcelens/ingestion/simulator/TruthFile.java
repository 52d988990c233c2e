/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sourcelens.ingestion.simulator.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;

/**
 * The file that says what is true: {@code options}, {@code planted} and {@code ledger} of the history, and {@code live}:
 * the rows that live traffic has committed since. A reader always sees a whole file.
 */
final class TruthFile {
    private final Path path;
    private final ObjectNode content;

    private TruthFile(Path path, ObjectNode content) {
        this.path = path;
        this.content = content;
    }

    /** Rows committed by live traffic, in all its runs together. */
    record Live(long orders, Map<String, RowCounts.Changes> rows, Instant updatedAt) {}

    /** Opens the file; it need not exist yet. */
    static TruthFile open(Path path) {
        try {
            if (path.toAbsolutePath().getParent() != null) {
                Files.createDirectories(path.toAbsolutePath().getParent());
            }
            ObjectNode content = Files.exists(path)
                    ? (ObjectNode) Json.MAPPER.readTree(Files.readString(path))
                    : Json.MAPPER.createObjectNode();
            return new TruthFile(path, content);
        } catch (IOException | ClassCastException e) {
            throw new SimulatorException(
                    "Cannot read truth file %s: %s; move it away or name another with --truth".formatted(path, e), e);
        }
    }

    boolean hasHistory() {
        return content.has("ledger");
    }

    void writeHistory(World world, HistoryRows rows) {
        content.set("options", Json.MAPPER.valueToTree(world.options()));
        content.set("planted", Json.MAPPER.valueToTree(PlantedTruth.of(world)));
        content.set("ledger", Json.MAPPER.valueToTree(LedgerTruth.of(world.options(), rows)));
        write();
    }

    /** What earlier runs of live traffic have committed. */
    Live live() {
        return content.has("live")
                ? Json.MAPPER.convertValue(content.get("live"), Live.class)
                : new Live(0, Map.of(), Instant.EPOCH);
    }

    void writeLive(Live live) {
        content.set("live", Json.MAPPER.valueToTree(live));
        write();
    }

    private void write() {
        Path temporary = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.writeString(
                    temporary, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(content));
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new SimulatorException(
                    "Cannot write truth file %s: %s; free space or name another with --truth".formatted(path, e), e);
        }
    }
}
