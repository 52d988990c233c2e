/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFolderTest {
    @TempDir
    private Path folder;

    @Test
    void aFirstStartHasNone() throws IOException {
        assertThat(new CheckpointFolder(folder.resolve("missing")).newest()).isEmpty();
        assertThat(new CheckpointFolder(folder).newest()).isEmpty();
    }

    @Test
    void theGreatestNumberIsTheNewestWhicheverJobLeftIt() throws IOException {
        completed("aaa/chk-9");
        Path newest = completed("bbb/chk-10");
        completed("ccc/chk-2");

        assertThat(new CheckpointFolder(folder).newest()).contains(newest);
    }

    @Test
    void oneThatWasUnderWayIsPassedOver() throws IOException {
        Path completed = completed("aaa/chk-9");
        Files.createDirectories(folder.resolve("aaa/chk-10"));
        Files.createDirectories(folder.resolve("aaa/shared"));

        assertThat(new CheckpointFolder(folder).newest()).contains(completed);
    }

    private Path completed(String name) throws IOException {
        Path checkpoint = Files.createDirectories(folder.resolve(name));
        Files.createFile(checkpoint.resolve("_metadata"));
        return checkpoint;
    }
}
