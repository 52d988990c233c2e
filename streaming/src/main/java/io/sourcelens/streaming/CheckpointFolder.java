/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The folder in which Flink leaves {@code <job>/chk-<number>/_metadata}. */
record CheckpointFolder(Path folder) {
    private static final String METADATA = "_metadata";
    private static final String PREFIX = "chk-";

    /**
     * The newest checkpoint that was completed: one without metadata was under way when its process died. Numbers go on
     * from the checkpoint that was restored, so the greatest one is the newest, whatever the clock said.
     *
     * <p>Looks at names only, so that it may be asked beside a running job, which keeps deleting files here.
     */
    Optional<Path> newest() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        List<Path> completed = new ArrayList<>();
        try (DirectoryStream<Path> jobs = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path job : jobs) {
                try (DirectoryStream<Path> checkpoints = Files.newDirectoryStream(job, CheckpointFolder::isCompleted)) {
                    checkpoints.forEach(completed::add);
                }
            }
        }
        return completed.stream().max(Comparator.comparingLong(CheckpointFolder::number));
    }

    private static boolean isCompleted(Path entry) {
        return entry.getFileName().toString().matches(PREFIX + "\\d+") && Files.exists(entry.resolve(METADATA));
    }

    private static long number(Path checkpoint) {
        return Long.parseLong(checkpoint.getFileName().toString().substring(PREFIX.length()));
    }
}
