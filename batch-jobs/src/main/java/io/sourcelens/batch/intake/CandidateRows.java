/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.intake;

import io.sourcelens.batch.intake.Candidate.Kind;
import io.sourcelens.batch.intake.CatalogueSku.Catalogue;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.schema.LakeTable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;

/** Rows of {@code mart.intake_candidate} of one marketplace. */
record CandidateRows(
        LakeTable table, Marketplace marketplace, Catalogue catalogue, OpportunityWeights weights, String runId) {
    private static final int MOST_OF_A_KIND = 100;

    /** @param candidates of each kind by rank */
    List<Record> rows(List<Candidate> candidates) {
        Map<Kind, Integer> ranks = new EnumMap<>(Kind.class);
        List<Record> rows = new ArrayList<>();
        for (Candidate candidate : candidates) {
            int rank = ranks.merge(candidate.kind(), 1, Integer::sum);
            if (rank <= MOST_OF_A_KIND) {
                rows.add(row(candidate, rank));
            }
        }
        return rows;
    }

    private Record row(Candidate candidate, int rank) {
        Subject subject = candidate.subject();
        Norms norms = candidate.norms();
        Opportunity found = subject.opportunity();
        SkuDemand first = subject.firstSku();
        CatalogueSku named = catalogue.sku(first.skuId());
        Growth growth = found.growth().orElse(null);
        Stockouts stockouts = found.stockouts();
        LocalDate end = marketplace.unfinishedDay();
        return SmallTables.row(
                table,
                marketplace.id(),
                candidate.kind().column(),
                rank,
                subject.matchGroupId(),
                first.skuId(),
                named.nameZh(),
                named.nameEn(),
                first.categoryId(),
                subject.priceBand(),
                found.lowestPriceMinor(),
                found.highestPriceMinor(),
                marketplace.currency(),
                candidate.reasonsColumn(),
                (long) found.skus().size(),
                found.orders(),
                found.previousOrders(),
                growth == null ? null : growth.ratio() - 1,
                growth == null ? null : growth.low() - 1,
                growth == null ? null : growth.high() - 1,
                norms.falseShare(subject),
                growth == null ? null : Candidate.certainExtraOrders(found, growth),
                boxed(found.sellersPerSku()),
                boxed(norms.sellersPerSku()),
                (long) subject.suppliers().size(),
                candidate.kind() == Kind.BRING_IN ? null : subject.onlySupplier(),
                boxed(found.supply().concentration()),
                boxed(found.supply().lateDelivery()),
                boxed(norms.lateDelivery()),
                found.supply().forecastShare(),
                found.achievable().medianMinor(),
                found.achievable().lines(),
                stockouts.watchedSkus(),
                stockouts.outOfStockDays(),
                stockouts.units(),
                stockouts.low(),
                stockouts.high(),
                candidate.kind() == Kind.BRING_IN ? found.score(weights).score() : null,
                end.minusDays(7L * SkuDemand.WEEKS / 2),
                end.minusDays(1),
                marketplace.knownUntil().atOffset(ZoneOffset.UTC),
                runId);
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
