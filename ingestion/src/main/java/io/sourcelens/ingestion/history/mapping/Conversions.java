/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.mapping;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns texts and typed values into values of a type, in SQL; null where that cannot be. */
final class Conversions {
    /** Digits, grouped or not, then decimals, between signs of the currency; doubles may come with an exponent. */
    private static final String NUMBER = "^%1$s([+-]?(?:%2$s)?(?:%3$s\\d*)?(?:[eE][+-]?\\d+)?)%1$s$";

    private final MarketplaceFacts facts;
    private final MappedFile file;

    Conversions(MarketplaceFacts facts, MappedFile file) {
        this.facts = facts;
        this.file = file;
    }

    String ofText(String text, ValueType type, Value value) {
        return switch (type) {
            case TEXT -> text;
            case INTEGER, NUMBER, MINOR -> scaled(number(text, value), type, value);
            case TIME -> time(text, value);
            case FLAG -> "try_cast(%s as boolean)".formatted(text);
        };
    }

    String ofTyped(String sql, ValueType from, ValueType to, Value value) {
        return from == ValueType.TEXT ? ofText(sql, to, value) : ofAnything(sql, to, value);
    }

    /** Of what only the database knows the type of. */
    String ofAnything(String sql, ValueType to, Value value) {
        return switch (to) {
            case TEXT -> "present(%s)".formatted(sql);
            case INTEGER, NUMBER, MINOR -> scaled("bounded_number(%s)".formatted(sql), to, value);
            case TIME -> "try_cast(%s as timestamptz)".formatted(sql);
            case FLAG -> "try_cast(%s as boolean)".formatted(sql);
        };
    }

    private String number(String text, Value value) {
        String decimal = value.decimal() == null ? file.numbers().decimal() : value.decimal();
        String group = value.group() == null ? file.numbers().group() : value.group();
        String digits = group.isEmpty() ? "\\d+" : "\\d+|\\d{1,3}(?:%s\\d{3})+".formatted(quoted(group));
        String around = "(?:%s|[\\p{Sc}\\s\\x{A0}])*".formatted(facts.currency().getCurrencyCode());
        String pattern = NUMBER.formatted(around, digits, quoted(decimal));
        return "number_of(%s, %s, %s, %s)".formatted(text, Sql.text(pattern), Sql.text(decimal), Sql.text(group));
    }

    private static String quoted(String sign) {
        return Pattern.compile("[^\\p{Alnum}\\s]").matcher(sign).replaceAll("\\\\$0");
    }

    private String scaled(String number, ValueType type, Value value) {
        String multiplied = value.multiplyBy() == null ? number : "%s * %s".formatted(number, value.multiplyBy());
        if (type == ValueType.NUMBER) {
            return multiplied;
        }
        boolean major = type == ValueType.MINOR && value.unit().equals("major");
        String units = major ? "%s * %d".formatted(multiplied, facts.minorPerMajor()) : multiplied;
        return "whole(%s)".formatted(value.rounds() ? "round(%s)".formatted(units) : units);
    }

    private String time(String text, Value value) {
        List<String> formats = value.formats().isEmpty() ? List.of("iso8601") : value.formats();
        String readings =
                formats.stream().map(format -> time(text, format, zone(value))).collect(Collectors.joining(", "));
        return formats.size() == 1 ? readings : "coalesce(%s)".formatted(readings);
    }

    private static String time(String text, String format, String zone) {
        return switch (format) {
            case "iso8601" -> "iso_time_of(%s, %s)".formatted(text, Sql.text(zone));
            case "epoch_seconds" -> "epoch_time_of(%s, 1000000)".formatted(text);
            case "epoch_millis" -> "epoch_time_of(%s, 1000)".formatted(text);
            default -> {
                String parsed = "try_strptime(%s, %s)".formatted(text, Sql.text(format));
                // With an offset in the text, DuckDB gives an instant already.
                yield format.matches(".*%[zZ].*") ? parsed : "timezone(%s, %s)".formatted(Sql.text(zone), parsed);
            }
        };
    }

    private String zone(Value value) {
        if (value.timeZone() != null) {
            return value.timeZone();
        }
        return file.timeZone() == null ? facts.timeZone().getId() : file.timeZone();
    }
}
