/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.past;

import io.sourcelens.schema.LakeTable;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.hadoop.Configurable;
import org.apache.iceberg.inmemory.InMemoryCatalog;
import org.apache.iceberg.util.PropertyUtil;

/**
 * A lake's tables as a {@link PastView} says. They cannot be written. Tables that are made are this catalog's own and
 * forgotten with it.
 */
public final class PastCatalog extends InMemoryCatalog implements Configurable<Object> {
    /** Before the names of the properties of the lake's own catalog. */
    static final String ORIGIN = "origin.";
    /** Namespace of the version that the mart is compared with. */
    static final String PUBLISHED = "published";
    /** Namespace of raw tables as they are now. */
    static final String RAW_NOW = "raw_now";

    private Object hadoop;
    private Catalog lake;
    private PastView view;

    @Override
    public void setConf(Object configuration) {
        hadoop = configuration;
    }

    @Override
    public void initialize(String name, Map<String, String> properties) {
        super.initialize(name, properties);
        view = PastView.of(properties);
        lake = CatalogUtil.buildIcebergCatalog(name, PropertyUtil.propertiesWithPrefix(properties, ORIGIN), hadoop);
    }

    @Override
    public Table loadTable(TableIdentifier identifier) {
        try {
            return super.loadTable(identifier);
        } catch (NoSuchTableException e) {
            return past(identifier, e);
        }
    }

    private Table past(TableIdentifier identifier, NoSuchTableException absent) {
        switch (identifier.namespace().toString()) {
            case PUBLISHED:
                return PinnedTable.at(original(LakeTable.MART, identifier), view.publishedAt());
            case RAW_NOW:
                return original(LakeTable.RAW, identifier);
            case LakeTable.RAW:
                return raw(identifier, absent);
            default:
                if (identifier.equals(TableIdentifier.of(LakeTable.MART, view.mart()))) {
                    throw absent;
                }
                return PinnedTable.at(lake.loadTable(identifier), view.inputsAt());
        }
    }

    /** Not there if it has expired: raw tables keep rows, not snapshots. */
    private Table raw(TableIdentifier identifier, NoSuchTableException absent) {
        Table table = lake.loadTable(identifier);
        if (view.rawAt().isBefore(PinnedTable.earliest(table))) {
            throw absent;
        }
        return PinnedTable.at(table, view.rawAt());
    }

    private Table original(String namespace, TableIdentifier identifier) {
        return lake.loadTable(TableIdentifier.of(namespace, identifier.name()));
    }

    @Override
    public void close() throws IOException {
        super.close();
        if (lake instanceof Closeable closeable) {
            closeable.close();
        }
    }
}
