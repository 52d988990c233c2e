/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFilesTest {
    @TempDir
    Path state;

    @Test
    void aRunningProcessIsFoundByItsPart() {
        PidFiles files = new PidFiles(state);
        files.write("kafka", ProcessHandle.current());
        assertThat(files.running("kafka")).contains(ProcessHandle.current());
        assertThat(files.running()).extracting(PidFiles.Entry::name).containsExactly("kafka");
    }

    @Test
    void aPidThatAnotherProcessHasNowDoesNotCount() throws Exception {
        PidFiles files = new PidFiles(state);
        files.write("kafka", ProcessHandle.current());
        Files.writeString(
                state.resolve("run/kafka.pid"), ProcessHandle.current().pid() + " 1");
        assertThat(files.running("kafka")).isEmpty();
    }

    @Test
    void aDeletedFileIsForgotten() {
        PidFiles files = new PidFiles(state);
        files.write("kafka", ProcessHandle.current());
        files.delete("kafka");
        assertThat(files.running()).isEmpty();
    }
}
