/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.marketplace;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The category trees of all marketplaces; small enough to be held. */
public final class CategoryTree {
    private static final StructType PATHS = new StructType()
            .add("marketplace", DataTypes.StringType, false)
            .add("category_id", DataTypes.StringType, false)
            .add("ancestor_id", DataTypes.StringType, false)
            .add("ancestor_level", DataTypes.IntegerType, false);

    private final Map<Key, Node> nodes = new HashMap<>();

    private record Key(String marketplace, String categoryId) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::marketplace)
                    .thenComparing(Key::categoryId)
                    .compare(this, other);
        }
    }

    private record Node(@Nullable String parent, int level) {}

    /** From rows of {@code core.category}. */
    public static CategoryTree of(List<Record> rows) {
        CategoryTree tree = new CategoryTree();
        rows.forEach(row -> tree.add(
                (String) row.getField("marketplace"),
                (String) row.getField("category_id"),
                (String) row.getField("parent_category_id"),
                (Integer) row.getField("level")));
        return tree;
    }

    /** Adds one, or puts another in its place; its parent may come later. */
    public void add(String marketplace, String categoryId, @Nullable String parent, int level) {
        nodes.put(new Key(marketplace, categoryId), new Node(parent, level));
    }

    /** A category and everything above it, from below; a parent that is missing or leads back ends the path. */
    public List<String> path(String marketplace, String categoryId) {
        List<String> path = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String at = categoryId;
        while (at != null && seen.add(at)) {
            Node node = nodes.get(new Key(marketplace, at));
            if (node == null) {
                break;
            }
            path.add(at);
            at = node.parent();
        }
        return path;
    }

    /** The first-level category above a category, or itself; null if its path leads to none. */
    public @Nullable String firstLevel(String marketplace, String categoryId) {
        return path(marketplace, categoryId).stream()
                .filter(at -> nodes.get(new Key(marketplace, at)).level() == 1)
                .findFirst()
                .orElse(null);
    }

    /** One row per category and category above it, itself included: ancestor_id, ancestor_level. */
    public Dataset<Row> paths(SparkSession spark) {
        List<Row> rows = new ArrayList<>();
        nodes.keySet()
                .forEach(key -> path(key.marketplace(), key.categoryId())
                        .forEach(ancestor -> rows.add(RowFactory.create(
                                key.marketplace(),
                                key.categoryId(),
                                ancestor,
                                nodes.get(new Key(key.marketplace(), ancestor)).level()))));
        return spark.createDataFrame(rows, PATHS);
    }

    /** Changes when the tree does. */
    public String fingerprint() {
        return Integer.toHexString(new TreeMap<>(nodes).toString().hashCode()) + "-" + nodes.size();
    }

    /** Columns marketplace, sku_id, first_level_category_id: one row per sku that has a category. */
    public Dataset<Row> firstLevels(Dataset<Row> skus) {
        Dataset<Row> firstLevels = paths(skus.sparkSession())
                .filter(col("ancestor_level").equalTo(1))
                .select(
                        col("marketplace"),
                        col("category_id"),
                        col("ancestor_id").as("first_level_category_id"));
        return skus.filter(not(col("deleted")))
                .join(firstLevels, new String[] {"marketplace", "category_id"})
                .select("marketplace", "sku_id", "first_level_category_id");
    }
}
