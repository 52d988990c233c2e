/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.score;

import java.util.List;
import org.apache.iceberg.data.Record;

/**
 * Points that a figure gives.
 *
 * @param most what its component can give
 * @param low at the pessimistic end of the figure's interval
 * @param high at the optimistic end
 */
record Points(Figure figure, double most, double points, double low, double high) {
    /** Of the figures that are known; their weights are scaled up to the whole. */
    static List<Points> of(List<Figure> figures, ScoreRules rules) {
        List<Figure> known = figures.stream().filter(Figure::isKnown).toList();
        double weight =
                known.stream().mapToDouble(one -> rules.weight(one.component())).sum();
        return known.stream().map(one -> of(one, weight, rules)).toList();
    }

    private static Points of(Figure figure, double knownWeight, ScoreRules rules) {
        Scale scale = rules.scale(figure.component());
        double most = 100 * rules.weight(figure.component()) / knownWeight;
        return new Points(
                figure,
                most,
                most * scale.share(figure.estimate()),
                most * scale.pessimisticShare(figure.low(), figure.high()),
                most * scale.optimisticShare(figure.low(), figure.high()));
    }

    /** As {@code mart.supplier_score_component} has them. */
    static Points of(Record row) {
        Figure figure = new Figure(
                Component.of((String) row.getField("component")),
                (Double) row.getField("estimate"),
                (Double) row.getField("estimate_low"),
                (Double) row.getField("estimate_high"),
                (Long) row.getField("evidence"),
                (Double) row.getField("maturity"),
                null);
        return new Points(
                figure,
                (Double) row.getField("points_most"),
                (Double) row.getField("points"),
                (Double) row.getField("points_low"),
                (Double) row.getField("points_high"));
    }

    double lost() {
        return most - points;
    }
}
