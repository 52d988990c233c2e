/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.sketch;

import java.nio.file.Path;

/** x */
public final class Sketch {
    private Sketch() {}

    public static String of(Path path) {
        return path.toString();
    }
}
