/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One versioned file of DDL. ClickHouse has no transactions for it, so every statement must bear being run twice. Never
 * edited after release.
 *
 * @param name {@code V001__what_it_does}
 */
record Migration(String name, String sql) {
    private static final Pattern NAME = Pattern.compile("V(\\d{3})__[a-z_]+");
    private static final Pattern COMMENT = Pattern.compile("(?m)^--.*$");
    private static final Pattern END_OF_STATEMENT = Pattern.compile(";\\s*(?:\\n|$)");

    Migration {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "Cannot use migration %s: its name must be like V001__what_it_does".formatted(name));
        }
    }

    static List<Migration> released() {
        return List.of(
                named("V001__views_of_readers"),
                named("V002__live_views_of_readers"),
                named("V003__views_of_the_track_record"),
                named("V004__views_of_supplier_forecasts"),
                named("V005__views_of_trending"),
                named("V006__views_of_supplier_fulfilment"),
                named("V007__views_of_the_watch"),
                named("V008__views_of_margin_distributions"),
                named("V009__views_of_movers_and_match_groups"),
                named("V010__views_of_intake"),
                named("V011__views_of_supplier_changes"),
                named("V012__views_of_supplier_events"),
                named("V013__views_of_supplier_scores"),
                named("V014__views_of_alternatives"),
                named("V015__views_of_lost_sales_and_candidates"),
                named("V016__views_of_intake_cohorts"),
                named("V017__views_of_the_delist_list"),
                named("V018__views_of_lists_within_a_filter"),
                named("V019__views_of_forecast_maturity"),
                named("V020__views_of_surprise"));
    }

    int version() {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    List<String> statements() {
        return Arrays.stream(END_OF_STATEMENT.split(COMMENT.matcher(sql).replaceAll("")))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    String checksum() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(sql.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static Migration named(String name) {
        return new Migration(name, Schemas.resource("clickhouse/" + name + ".sql"));
    }
}
