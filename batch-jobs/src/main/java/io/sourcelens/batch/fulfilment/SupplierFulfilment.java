/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.fulfilment;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.supplier.BetaPrior;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Figures of all suppliers of one marketplace: fed supplier by supplier, so that only figures and sums are held. */
final class SupplierFulfilment {
    static final List<Integer> WINDOWS = List.of(30, 90);

    private final long today;
    private final long asOf;
    private final Transits transits;
    private final List<Figure> figures = new ArrayList<>();
    private final SortedMap<String, Map<Integer, Judged>> judged = new TreeMap<>();

    private static final Judged NOTHING = new Judged(List.of(), List.of(), 0);

    /** A window's parcels in carriers' hands. */
    private record Judged(Collection<Cell> hours, Collection<Cell> tooSlow, long scanned) {}

    SupplierFulfilment(Marketplace marketplace) {
        today = marketplace.today().toEpochDay();
        asOf = ChronoUnit.MICROS.between(Instant.EPOCH, marketplace.knownUntil());
        transits = new Transits(marketplace, asOf);
    }

    /** @param parcels of the longest window, in one order, so that sums are the same */
    void add(String supplierId, List<Parcel> parcels) {
        Map<Integer, Judged> ofWindows = new TreeMap<>();
        for (int days : WINDOWS) {
            List<Parcel> window = parcels.stream()
                    .filter(parcel -> parcel.day() > today - days)
                    .toList();
            if (!window.isEmpty()) {
                figures.addAll(new ParcelFigures(supplierId, days, window, asOf).figures());
                ofWindows.put(
                        days,
                        new Judged(
                                transits.hours(window),
                                transits.tooSlow(window),
                                window.stream()
                                        .filter(parcel -> parcel.isInCarriersHands(asOf))
                                        .count()));
            }
        }
        judged.put(supplierId, ofWindows);
    }

    void add(LineCount lines) {
        figures.add(lines.noStockCancel());
        figures.add(lines.noStockCancelAlthoughShown());
    }

    /** Every figure, once every supplier was added. */
    List<Figure> figures() {
        List<Figure> all = new ArrayList<>(againstPeers());
        figures.stream()
                .sorted(comparing(Figure::supplierId))
                .collect(groupingBy(
                        figure -> List.of(figure.measure(), figure.categoryId(), figure.windowDays()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .forEach(peers -> all.addAll(shrunk(peers)));
        return all;
    }

    private static List<Figure> shrunk(List<Figure> peers) {
        return switch (peers.get(0).measure()) {
            case VALID_TRACKING, NO_STOCK_CANCEL, NO_STOCK_CANCEL_ALTHOUGH_SHOWN -> {
                BetaPrior prior =
                        BetaPrior.fit(peers.stream().map(Figure::count).toList());
                yield peers.stream().map(figure -> figure.shrunk(prior)).toList();
            }
            default -> peers;
        };
    }

    private List<Figure> againstPeers() {
        int longest = WINDOWS.get(WINDOWS.size() - 1);
        List<Judged> all = judged.values().stream()
                .map(windows -> windows.getOrDefault(longest, NOTHING))
                .toList();
        PeerNorm hours =
                new PeerNorm(all.stream().flatMap(one -> one.hours().stream()).toList(), Double.MAX_VALUE);
        PeerNorm tooSlow =
                new PeerNorm(all.stream().flatMap(one -> one.tooSlow().stream()).toList(), 1);
        List<Figure> compared = new ArrayList<>();
        judged.forEach((supplierId, windows) -> {
            Judged own = windows.getOrDefault(longest, NOTHING);
            PeerExpectation expectedHours = hours.without(own.hours());
            PeerExpectation expectedTooSlow = tooSlow.without(own.tooSlow());
            windows.forEach((days, window) -> {
                PeerDifference longer = expectedHours.difference(window.hours());
                PeerDifference onTime =
                        expectedTooSlow.difference(window.tooSlow()).ofTheRest();
                compared.add(figure(supplierId, days, Measure.TRANSIT_HOURS_AGAINST_PEERS, longer, window));
                compared.add(figure(supplierId, days, Measure.TRANSIT_ON_TIME_AGAINST_PEERS, onTime, window));
            });
        });
        return compared;
    }

    private static Figure figure(
            String supplierId, int days, Measure measure, PeerDifference difference, Judged window) {
        boolean known = difference.parcels() > 0;
        return new Figure(
                supplierId,
                Figure.ALL,
                days,
                measure,
                difference.estimate(),
                known ? difference.observed() : null,
                known ? difference.expected() : null,
                difference.parcels(),
                difference.events(),
                0,
                0,
                window.scanned() == 0 ? null : (double) difference.parcels() / window.scanned());
    }
}
