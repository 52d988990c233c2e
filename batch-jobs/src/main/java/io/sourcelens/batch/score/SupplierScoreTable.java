/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.score;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.mart.Basis;
import io.sourcelens.batch.mart.MartInputs;
import io.sourcelens.batch.mart.MartResult;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.jspecify.annotations.Nullable;

/** Keeps {@code mart.supplier_score} up to date: the sums of {@code mart.supplier_score_component}, which is before it. */
public final class SupplierScoreTable {
    private static final LakeTable TABLE = LakeTable.mart(Schemas.mart("supplier_score"));
    private static final String COMPONENTS = "mart.supplier_score_component";

    private final Lake lake;
    private final SmallTables small;
    private final ScoreRules rules;

    public SupplierScoreTable(Lake lake, ScoreRules rules) {
        this.lake = lake;
        this.small = new SmallTables(lake);
        this.rules = rules;
    }

    /** Adds up again the marketplaces of which any component changed. */
    public MartResult refresh(Basis basis) {
        MartInputs inputs =
                new MartInputs(lake, basis, basis.rules() + rules.describe(), List.of(COMPONENTS, "core.supplier"));
        Notes now = inputs.notes();
        Notes noted = lake.notes(lake.ensure(TABLE));
        if (noted.equals(now)) {
            return MartResult.unchanged(TABLE.name());
        }
        Marketplaces changed = inputs.changed(noted);
        List<Record> rows = new ArrayList<>();
        for (Marketplace marketplace : changed.all()) {
            Map<String, @Nullable String> names = small.supplierNames(marketplace.id());
            points(small.rows(COMPONENTS, Expressions.equal("marketplace", marketplace.id())))
                    .forEach((scored, points) -> rows.add(row(
                            marketplace,
                            scored,
                            names.get(scored.supplierId()),
                            new SupplierScore(points, rules),
                            basis.runId())));
        }
        small.replace(rows, TABLE, inputs.replaced(changed), now);
        return MartResult.written(TABLE.name(), List.of());
    }

    /** Of the components that are known, in one order, so that sums are the same. */
    private static SortedMap<Scored, List<Points>> points(List<Record> components) {
        SortedMap<Scored, List<Points>> points = new TreeMap<>();
        components.forEach(row -> {
            List<Points> known = points.computeIfAbsent(Scored.of(row), any -> new ArrayList<>());
            if (row.getField("points") != null) {
                known.add(Points.of(row));
            }
        });
        points.values()
                .forEach(known ->
                        known.sort(Comparator.comparing(one -> one.figure().component())));
        return points;
    }

    private Record row(
            Marketplace marketplace, Scored scored, @Nullable String name, SupplierScore score, String runId) {
        Points costliest = score.costliest().orElse(null);
        return SmallTables.row(
                TABLE,
                marketplace.id(),
                scored.supplierId(),
                name,
                scored.categoryId(),
                scored.windowDays(),
                score.score(),
                score.low(),
                score.high(),
                score.tier(),
                score.reasonIfUnrated(),
                score.weightKnown(),
                score.weightSupported(),
                score.evidence(),
                score.maturity().isPresent() ? score.maturity().getAsDouble() : null,
                costliest == null ? null : costliest.figure().component().column(),
                costliest == null ? null : costliest.lost(),
                rules.version(),
                marketplace.knownUntil().atOffset(ZoneOffset.UTC),
                runId);
    }
}
