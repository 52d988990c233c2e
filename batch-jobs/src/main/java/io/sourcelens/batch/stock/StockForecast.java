/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.stock;

import io.sourcelens.batch.stock.StockOutModel.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How likely skus run out in the days from one day on: nothing is shown at some time, or a line is cancelled for lack of
 * stock. Learnt from the weeks before, each foretold from what was known at its own begin; later days are not looked at.
 */
public final class StockForecast {
    /** Days that {@code mart.stock_watch} foretells. */
    public static final int HORIZON_DAYS = 7;

    private static final int STEP_DAYS = 7;
    private static final int LEAST_DAYS = 7;
    /** A week in which a sku was nearly always to be had says how much it is wanted. */
    private static final double NEARLY_WHOLE = 0.95;
    /** Six parameters need no more; of more cases every second, third and so on is learnt from. */
    private static final int ENOUGH_CASES = 40_000;

    private final StockHistory history;
    private final int day;
    private final int horizonDays;
    private final List<StockCase> cases;
    private final Risks risks;
    private final StockOutModel model;

    private StockForecast(
            StockHistory history, int day, int horizonDays, List<StockCase> cases, Risks risks, StockOutModel model) {
        this.history = history;
        this.day = day;
        this.horizonDays = horizonDays;
        this.cases = cases;
        this.risks = risks;
        this.model = model;
    }

    /**
     * Forecasts as known at the first instant of a day.
     *
     * @param day of the history
     */
    public static StockForecast at(StockHistory history, int day, int horizonDays) {
        List<Integer> origins = new ArrayList<>();
        for (int origin = day - horizonDays; origin >= DemandRates.DAYS; origin -= STEP_DAYS) {
            origins.add(origin);
        }
        int[] categories = history.categories();
        int number = IntStream.of(categories).max().orElse(0) + 1;
        Dispersion dispersion = dispersion(history, categories, number, origins, horizonDays);
        List<StockCase> cases = new ArrayList<>();
        for (int origin : origins) {
            cases.addAll(cases(history, new Risks(history, dispersion, origin, horizonDays), origin, horizonDays));
        }
        int oneIn = 1 + cases.size() / ENOUGH_CASES;
        StockOutModel model = StockOutModel.fit(IntStream.range(0, cases.size())
                .filter(one -> one % oneIn == 0)
                .mapToObj(cases::get)
                .map(one -> new Outcome(one.risk(), one.ranOut()))
                .toList());
        return new StockForecast(
                history, day, horizonDays, cases, new Risks(history, dispersion, day, horizonDays), model);
    }

    private static Dispersion dispersion(
            StockHistory history, int[] categories, int number, List<Integer> origins, int horizonDays) {
        Dispersion none = Dispersion.none(number);
        List<Dispersion.Week> weeks = new ArrayList<>();
        for (int origin : origins) {
            double[] rates = DemandRates.of(history, categories, none, origin).perDay();
            for (int sku = 0; sku < rates.length; sku++) {
                SkuStock stock = history.skus().get(sku);
                int until = origin + horizonDays;
                if (isLearntFrom(stock, origin) && stock.availableDays(origin, until) >= NEARLY_WHOLE * horizonDays) {
                    weeks.add(
                            new Dispersion.Week(categories[sku], rates[sku] * horizonDays, stock.units(origin, until)));
                }
            }
        }
        return Dispersion.fit(weeks, number);
    }

    private static boolean isLearntFrom(SkuStock stock, int origin) {
        return stock.isKnown(origin - 1)
                && stock.closing(origin - 1) > 0
                && stock.knownDays(origin - DemandRates.DAYS, origin) >= LEAST_DAYS;
    }

    private static List<StockCase> cases(StockHistory history, Risks risks, int origin, int horizonDays) {
        List<StockCase> cases = new ArrayList<>();
        for (int sku = 0; sku < history.skus().size(); sku++) {
            if (isLearntFrom(history.skus().get(sku), origin)) {
                cases.add(StockCase.of(history.skus().get(sku), risks, sku, origin, horizonDays));
            }
        }
        return cases;
    }

    /** What was learnt from. */
    public List<StockCase> cases() {
        return cases;
    }

    /** What is foretold of the skus that have stock, with what came, if the history has the days that were foretold. */
    public List<StockCase> foretold() {
        return cases(history, risks, day, horizonDays);
    }

    /** Probability that the sku of a case runs out. */
    public double probability(StockCase one) {
        return model.probability(one.risk());
    }

    /** Probability that a sku which shows so many units runs out; 1 if it shows none. */
    double probability(int sku, int units) {
        return units == 0 ? 1 : model.probability(risks.of(sku, units));
    }

    Risks risks() {
        return risks;
    }
}
