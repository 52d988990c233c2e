/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.schema.Field;
import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.TableSchema;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void everyEntityOfTheContractHasATable() {
        assertThat(Table.ALL.stream().map(Table::name))
                .containsExactlyInAnyOrderElementsOf(
                        Schemas.entities().stream().map(TableSchema::name).toList());
    }

    @Test
    void columnsAreNamedAsTheFieldsOfTheEntity() {
        for (Table<?> table : Table.ALL) {
            List<String> fields = Schemas.entity(table.name()).fields().stream()
                    .map(Field::name)
                    .toList();
            assertThat(table.columns().stream().filter(column -> !column.equals("id")))
                    .as(table.name())
                    .containsExactlyElementsOf(fields);
        }
    }
}
