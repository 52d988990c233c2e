/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class LakeSourceTest {
    @Test
    void aLocalTableIsReadByItsPathAtTheVersionOfTheRun() {
        PublishedTable table = new PublishedTable(
                "category",
                "file:///lake/mart/category",
                "file:/lake/mart/category/metadata/00007-a.metadata.json",
                3,
                Optional.empty());

        assertThat(new LakeSource(PublishConfiguration.LOCAL_LAKE, table).expression())
                .isEqualTo("icebergLocal('/lake/mart/category',"
                        + " SETTINGS iceberg_metadata_file_path = 'metadata/00007-a.metadata.json')");
    }

    @Test
    void aTableInAnObjectStoreIsReadByTheConfiguredFunction() {
        PublishedTable table = new PublishedTable(
                "category", "s3a://bucket/lake/it's", "s3a://bucket/lake/it's/metadata/7.json", 3, Optional.empty());

        assertThat(new LakeSource("icebergS3(lake, filename = '{path}', x = '{metadata}')", table).expression())
                .isEqualTo("icebergS3(lake, filename = '/lake/it\\'s', x = 'metadata/7.json')");
    }

    @Test
    void aFunctionThatPinsNoVersionIsRefused() {
        assertThatThrownBy(() -> new PublishConfiguration("jdbc:clickhouse://x", "y", "icebergLocal('{path}')"))
                .hasMessageContaining("SOURCELENS_CLICKHOUSE_LAKE_FUNCTION");
    }
}
