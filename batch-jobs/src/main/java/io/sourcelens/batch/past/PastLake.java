/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.past;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.schema.LakeTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.hadoop.HadoopFileIO;
import org.apache.iceberg.spark.Spark3Util;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A lake as it was, in a session of its own whose catalog has the lake's name: jobs read and write it as they do any lake.
 * What they write goes to a folder that is deleted when it is closed.
 */
final class PastLake implements AutoCloseable {
    private static final String SQL = "spark.sql.";
    private static final String CATALOG = SQL + "catalog." + Lake.CATALOG;
    private static final String LETTERS = "dead_letter";

    private final SparkSession now;
    private final Lake lake;
    private final Path folder;

    private PastLake(SparkSession now, Lake lake, Path folder) {
        this.now = now;
        this.lake = lake;
        this.folder = folder;
    }

    /** Opens the lake as it was; its session is the thread's until it is closed. */
    static PastLake open(Lake now, PastView view) {
        try {
            Path folder = Files.createTempDirectory("as-known-at");
            SparkSession session = session(now.spark(), view, folder);
            // Spark looks catalogs up in the session of the thread.
            SparkSession.setActiveSession(session);
            PastLake past = new PastLake(now.spark(), new Lake(session), folder);
            past.findLetters(now, view);
            return past;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a folder for the mart that is computed again", e);
        }
    }

    private static SparkSession session(SparkSession now, PastView view, Path folder) {
        SparkSession session = now.newSession();
        Map<String, String> settings = CollectionConverters.asJava(now.conf().getAll());
        settings.forEach((key, value) -> {
            if (key.startsWith(CATALOG + ".")) {
                session.conf().unset(key);
                session.conf().set(CATALOG + "." + PastCatalog.ORIGIN + key.substring(CATALOG.length() + 1), value);
            } else if (key.startsWith(SQL + "catalog.")
                    || key.startsWith(SQL) && now.conf().isModifiable(key)) {
                session.conf().set(key, value);
            }
        });
        view.properties().forEach((key, value) -> session.conf().set(CATALOG + "." + key, value));
        session.conf().set(CATALOG + "." + CatalogProperties.CATALOG_IMPL, PastCatalog.class.getName());
        session.conf().set(CATALOG + "." + CatalogProperties.FILE_IO_IMPL, HadoopFileIO.class.getName());
        session.conf()
                .set(
                        CATALOG + "." + CatalogProperties.WAREHOUSE_LOCATION,
                        folder.toUri().toString());
        session.conf().set(CATALOG + "." + CatalogProperties.CACHE_ENABLED, "false");
        return session;
    }

    /** Raw snapshots live for minutes. Without that of then, letters count by the time at which they entered the log. */
    private void findLetters(Lake now, PastView view) {
        String name = LakeTable.RAW + "." + LETTERS;
        if (now.find(name).isEmpty() || lake.find(name).isPresent()) {
            return;
        }
        lake.ensure(LakeTable.deadLetter());
        lake.appendFew(
                lake.read(PastCatalog.RAW_NOW + "." + LETTERS)
                        .filter(col("ingested_at").leq(lit(view.rawAt()))),
                LakeTable.deadLetter());
    }

    Lake lake() {
        return lake;
    }

    /** The version that was published. */
    Dataset<Row> published(String mart) {
        return lake.read(PastCatalog.PUBLISHED + "." + mart);
    }

    /** The version that was computed again. */
    Dataset<Row> recomputed(String mart) {
        return lake.read(LakeTable.MART + "." + mart);
    }

    @Override
    public void close() {
        SparkSession.setActiveSession(now);
        try {
            ((PastCatalog) Spark3Util.loadIcebergCatalog(lake.spark(), Lake.CATALOG)).close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + folder, e);
        }
    }
}
