/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import io.sourcelens.batch.report.CsvFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every prediction with its outcome, in a CSV file that is there once it is complete. */
public final class Predictions implements AutoCloseable {
    private final CsvFile file;

    Predictions(Path file, List<String> columns) {
        this.file = new CsvFile(file, columns);
    }

    /** Adds one, its values in the order of the columns. */
    public void add(@Nullable Object... values) {
        file.add(Arrays.asList(values));
    }

    long rows() {
        return file.rows();
    }

    /** Says that all are there. */
    void finish() {
        file.finish();
    }

    @Override
    public void close() {
        file.close();
    }
}
