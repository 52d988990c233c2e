/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.past;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;

import io.sourcelens.schema.Field;
import io.sourcelens.schema.TableSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of a mart, row by row of its grain, exactly: marts do not depend on the order in which rows arrive. What says
 * in which run a row was last computed is left out, for a refresh does not compute again what nothing touched.
 *
 * @param mart its key and its columns
 * @param then the version that was published
 * @param again the version that was computed again
 */
record Comparison(TableSchema mart, Dataset<Row> then, Dataset<Row> again) {
    private static final Set<String> OF_THE_RUN = Set.of("run_id", "as_of");
    private static final String THEN = "then";
    private static final String AGAIN = "again";

    /**
     * Hands on every difference, in the order of the mart's key.
     *
     * @return rows that differ
     */
    long differences(Consumer<Difference> each) {
        List<String> columns = columns();
        Iterator<Row> rows = differing(columns).toLocalIterator();
        long differing = 0;
        while (rows.hasNext()) {
            Row row = rows.next();
            differences(row, columns).forEach(each);
            differing++;
        }
        return differing;
    }

    private List<Difference> differences(Row row, List<String> columns) {
        Row published = row.getAs(THEN);
        Row recomputed = row.getAs(AGAIN);
        Row either = published == null ? recomputed : published;
        List<@Nullable Object> key = new ArrayList<>();
        mart.key().forEach(name -> key.add(either.getAs(name)));
        if (published == null || recomputed == null) {
            return List.of(Difference.ofRow(key, published != null));
        }
        return columns.stream()
                .filter(name -> !Objects.equals(published.getAs(name), recomputed.getAs(name)))
                .map(name -> new Difference(key, name, published.getAs(name), recomputed.getAs(name)))
                .toList();
    }

    private Dataset<Row> differing(List<String> columns) {
        Column sameRow = all(mart.key());
        Column oneIsAbsent = col(THEN).isNull().or(col(AGAIN).isNull());
        return version(then, columns, THEN)
                .join(version(again, columns, AGAIN), sameRow, "full_outer")
                .filter(oneIsAbsent.or(not(all(columns))))
                .orderBy(mart.key().stream()
                        .map(name -> coalesce(of(THEN, name), of(AGAIN, name)))
                        .toArray(Column[]::new));
    }

    private static Dataset<Row> version(Dataset<Row> rows, List<String> columns, String name) {
        return rows.select(struct(columns.stream().map(column -> col(column)).toArray(Column[]::new))
                .as(name));
    }

    private static Column all(List<String> columns) {
        return columns.stream()
                .map(name -> of(THEN, name).eqNullSafe(of(AGAIN, name)))
                .reduce(Column::and)
                .orElseThrow();
    }

    private static Column of(String version, String column) {
        return col(version + "." + column);
    }

    /** A column that the published version did not have yet cannot differ. */
    private List<String> columns() {
        Set<String> known = Set.copyOf(Arrays.asList(then.columns()));
        Stream<String> names = mart.fields().stream().map(Field::name);
        return names.filter(name -> known.contains(name) && !OF_THE_RUN.contains(name))
                .toList();
    }
}
