/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.lake;

import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.table.types.logical.RowType;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.flink.FlinkSchemaUtil;

/** The tables this job writes. Each exists once per process, for Iceberg compares schemas by identity. */
public final class RawTables {
    private static final Map<String, LakeTable> TABLES = tables();

    private RawTables() {}

    /** Every change log, and the dead letters. */
    public static Collection<LakeTable> all() {
        return TABLES.values();
    }

    /** A table by its name in namespace {@code raw}. */
    public static LakeTable named(String name) {
        LakeTable table = TABLES.get(name);
        if (table == null) {
            throw new IllegalArgumentException("Cannot find table raw.%s: no schema file describes it".formatted(name));
        }
        return table;
    }

    static RowType rowType(String name) {
        return FlinkSchemaUtil.convert(named(name).schema());
    }

    static TableIdentifier identifier(LakeTable table) {
        return TableIdentifier.of(table.namespace(), table.name());
    }

    private static Map<String, LakeTable> tables() {
        Map<String, LakeTable> tables = new LinkedHashMap<>();
        Schemas.entities().forEach(entity -> tables.put(entity.name(), LakeTable.raw(entity)));
        LakeTable deadLetter = LakeTable.deadLetter();
        tables.put(deadLetter.name(), deadLetter);
        return tables;
    }
}
