/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Changes of order lines, in any order and some of them twice, and what they come to: counted the simple way, from the
 * newest change of each line.
 */
final class OrderLineHistory {
    private static final long MINUTE = 60_000;
    private static final int MOST_CHANGES = 5;

    /** A change of a line; {@code quantity} is 0 once it is cancelled, -1 once it is deleted. */
    private record Version(
            int line, int position, long orderedAt, int order, int buyer, int sku, int seller, int quantity) {
        byte[] record() {
            String envelope =
                    "\"order_line_id\":%d,\"marketplace\":\"demo\",\"__op\":\"%s\",\"__source\":\"cdc\",\"__source_position\":%d,\"__source_time\":%d}"
                            .formatted(line, quantity < 0 ? "d" : "u", position, orderedAt);
            if (quantity < 0) {
                return ("{" + envelope).getBytes(UTF_8);
            }
            String status = quantity == 0 ? "\"cancelled\",\"cancel_reason\":\"buyer\"" : "\"active\"";
            return ("{\"order_id\":%d,\"line_number\":1,\"buyer_id\":%s,\"seller_id\":%s,\"sku_id\":%d,\"mode\":\"dropship\","
                                    .formatted(
                                            order,
                                            buyer == 0 ? "null" : "\"b%d\"".formatted(buyer),
                                            seller == 0 ? "null" : seller,
                                            sku)
                            + "\"quantity\":%d,\"sale_price_minor\":250,\"status\":%s,\"ordered_at\":\"%s\",%s"
                                    .formatted(
                                            Math.max(quantity, 1), status, Instant.ofEpochMilli(orderedAt), envelope))
                    .getBytes(UTF_8);
        }
    }

    private final Random random;
    private final Map<Integer, Version> newest = new TreeMap<>();
    private final Instant now;
    private int position;

    OrderLineHistory(long seed, Instant now) {
        this.random = new Random(seed);
        this.now = now;
    }

    /** Changes of so many new lines, and some more of those before: shuffled, every fifth of them twice. */
    List<byte[]> changes(int newLines) {
        List<Version> changes = new ArrayList<>();
        int first = newest.size();
        for (int line = 0; line < first + newLines; line++) {
            if (line >= first || random.nextInt(4) == 0) {
                int count = 1 + random.nextInt(MOST_CHANGES);
                for (int change = 0; change < count; change++) {
                    Version next = next(line);
                    newest.put(line, next);
                    changes.add(next);
                    if (random.nextInt(5) == 0) {
                        changes.add(next);
                    }
                }
            }
        }
        Collections.shuffle(changes, random);
        return changes.stream().map(Version::record).toList();
    }

    private Version next(int line) {
        Version known = newest.get(line);
        long orderedAt = known == null ? orderedAt() : known.orderedAt();
        int fate = random.nextInt(8);
        return new Version(
                line,
                ++position,
                orderedAt,
                line / 2,
                line % 7 == 0 ? 0 : line % 40 + 1,
                random.nextInt(6) == 0 || known == null ? random.nextInt(12) + 1 : known.sku(),
                line % 11 == 0 ? 0 : line / 2 % 9 + 1,
                fate == 0 ? 0 : fate == 1 ? -1 : 1 + random.nextInt(5));
    }

    /** Of the last half hour; one in ten is history. */
    private long orderedAt() {
        long minutesAgo = random.nextInt(10) == 0 ? 60 * 24 * 30 : random.nextInt(30);
        return now.toEpochMilli() - minutesAgo * MINUTE - random.nextInt(1_000);
    }

    /** By dimension, id and minute: orders, buyers, units, revenue. */
    Map<String, String> counts() {
        Map<String, List<Version>> cells = new HashMap<>();
        for (Version version : newest.values()) {
            if (version.quantity() > 0 && version.orderedAt() > now.toEpochMilli() - 60 * MINUTE) {
                long minute = version.orderedAt() / MINUTE * MINUTE / 1000;
                cells.computeIfAbsent("sku %d %d".formatted(version.sku(), minute), key -> new ArrayList<>())
                        .add(version);
                if (version.seller() > 0) {
                    cells.computeIfAbsent("seller %d %d".formatted(version.seller(), minute), key -> new ArrayList<>())
                            .add(version);
                }
            }
        }
        Map<String, String> counts = new TreeMap<>();
        cells.forEach((cell, versions) -> counts.put(cell, count(versions)));
        return counts;
    }

    private static String count(List<Version> versions) {
        Set<Integer> orders = new HashSet<>();
        Set<Integer> buyers = new HashSet<>();
        int units = 0;
        for (Version version : versions) {
            orders.add(version.order());
            if (version.buyer() > 0) {
                buyers.add(version.buyer());
            }
            units += version.quantity();
        }
        return "%d %d %d %d".formatted(orders.size(), buyers.size(), units, units * 250);
    }
}
