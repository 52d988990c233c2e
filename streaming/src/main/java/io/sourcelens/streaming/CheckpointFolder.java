/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder in which Flink leaves {@code <job>/chk-<number>/_metadata}. */
record CheckpointFolder(Path folder) {
    private static final String METADATA = "_metadata";
    private static final String PREFIX = "chk-";

    /**
     * The newest checkpoint that was completed: one without metadata was under way when its process died. Numbers go on
     * from the checkpoint that was restored, so the greatest one is the newest, whatever the clock said.
     */
    Optional<Path> newest() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> paths = Files.find(folder, 3, (path, attributes) -> path.endsWith(METADATA))) {
            List<Path> checkpoints = paths.map(Path::getParent)
                    .filter(checkpoint -> checkpoint.getFileName().toString().matches(PREFIX + "\\d+"))
                    .toList();
            return checkpoints.stream().max(Comparator.comparingLong(CheckpointFolder::number));
        }
    }

    private static long number(Path checkpoint) {
        return Long.parseLong(checkpoint.getFileName().toString().substring(PREFIX.length()));
    }
}
