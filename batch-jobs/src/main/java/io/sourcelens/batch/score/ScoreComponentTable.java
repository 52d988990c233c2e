/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.score;

import static java.util.stream.Collectors.toMap;

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
import java.util.List;
import java.util.Map;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.jspecify.annotations.Nullable;

/** Keeps {@code mart.supplier_score_component} up to date; scorecards and fulfilment have to be before it. */
public final class ScoreComponentTable {
    static final LakeTable TABLE = LakeTable.mart(Schemas.mart("supplier_score_component"));

    private static final List<String> INPUTS = List.of("mart.supplier_scorecard", "mart.supplier_fulfilment");

    private final Lake lake;
    private final SmallTables small;
    private final ScoreRules rules;

    public ScoreComponentTable(Lake lake, ScoreRules rules) {
        this.lake = lake;
        this.small = new SmallTables(lake);
        this.rules = rules;
    }

    /** Computes again the marketplaces of which any figure changed. */
    public MartResult refresh(Basis basis) {
        MartInputs inputs = new MartInputs(lake, basis, basis.rules() + rules.describe(), INPUTS);
        Notes now = inputs.notes();
        Notes noted = lake.notes(lake.ensure(TABLE));
        if (noted.equals(now)) {
            return MartResult.unchanged(TABLE.name());
        }
        Marketplaces changed = inputs.changed(noted);
        List<Record> rows = new ArrayList<>();
        for (Marketplace marketplace : changed.all()) {
            Expression own = Expressions.equal("marketplace", marketplace.id());
            Figures.of(
                            small.rows(INPUTS.get(0), own),
                            small.rows(
                                    INPUTS.get(1),
                                    Expressions.and(own, Expressions.in("measure", Figures.MEASURES.toArray()))))
                    .forEach((scored, figures) -> rows.addAll(rows(marketplace, scored, figures, basis.runId())));
        }
        small.replace(rows, TABLE, inputs.replaced(changed), now);
        return MartResult.written(TABLE.name(), List.of());
    }

    private List<Record> rows(Marketplace marketplace, Scored scored, List<Figure> figures, String runId) {
        Map<Component, Points> points = Points.of(figures, rules).stream()
                .collect(toMap(one -> one.figure().component(), one -> one));
        return figures.stream()
                .map(figure -> row(marketplace, scored, figure, points.get(figure.component()), runId))
                .toList();
    }

    private Record row(Marketplace marketplace, Scored scored, Figure figure, @Nullable Points points, String runId) {
        Scale scale = rules.scale(figure.component());
        return SmallTables.row(
                TABLE,
                marketplace.id(),
                scored.supplierId(),
                scored.categoryId(),
                scored.windowDays(),
                figure.component().column(),
                figure.estimate(),
                figure.low(),
                figure.high(),
                figure.evidence(),
                figure.maturity(),
                scale.best(),
                scale.worst(),
                points == null ? null : points.most(),
                points == null ? null : points.points(),
                points == null ? null : points.low(),
                points == null ? null : points.high(),
                points == null ? null : points.lost(),
                figure.reason(),
                rules.version(),
                marketplace.knownUntil().atOffset(ZoneOffset.UTC),
                runId);
    }
}
