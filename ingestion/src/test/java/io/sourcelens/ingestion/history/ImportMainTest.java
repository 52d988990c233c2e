/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImportMainTest {
    @Test
    void aMissingFileEndsWithOne() {
        assertThat(ImportMain.execute(
                        new ImportMain(),
                        "no-such-file.parquet",
                        "--mapping",
                        "mappings/online-retail.yaml",
                        "--marketplace",
                        "m"))
                .isEqualTo(1);
    }

    @Test
    void neitherMappingNorSketchEndsWithTwo() {
        assertThat(ImportMain.execute(new ImportMain(), "no-such-file.parquet")).isEqualTo(2);
    }
}
