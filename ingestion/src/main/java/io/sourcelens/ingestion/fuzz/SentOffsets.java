/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.fuzz;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Where records of one topic stand in the log, and how often each was found in the lake. */
final class SentOffsets {
    private final Map<Integer, Partition> partitions = new TreeMap<>();

    private static final class Partition {
        private final long first;
        private final BitSet sent = new BitSet();
        private final BitSet valid = new BitSet();
        private final BitSet kept = new BitSet();
        private final BitSet rejected = new BitSet();

        Partition(long first) {
            this.first = first;
        }
    }

    synchronized void add(int partition, long offset, boolean valid) {
        // A few records may be confirmed before the first one of the partition; none lies a million before it.
        Partition place =
                partitions.computeIfAbsent(partition, number -> new Partition(Math.max(0, offset - 1_000_000)));
        place.sent.set((int) (offset - place.first));
        place.valid.set((int) (offset - place.first), valid);
    }

    synchronized long first() {
        return bounds().min().orElse(0);
    }

    synchronized long last() {
        return bounds().max().orElse(-1);
    }

    /** @return whether it is one of ours and was not found before, in neither table */
    synchronized boolean find(int partition, long offset, boolean inRaw) {
        Partition place = partitions.get(partition);
        int bit = place == null ? -1 : (int) (offset - place.first);
        if (bit < 0 || !place.sent.get(bit)) {
            return true;
        }
        boolean isNew = !place.kept.get(bit) && !place.rejected.get(bit);
        (inRaw ? place.kept : place.rejected).set(bit);
        return isNew;
    }

    synchronized void forgetFindings() {
        partitions.values().forEach(place -> {
            place.kept.clear();
            place.rejected.clear();
        });
    }

    synchronized long sent() {
        return partitions.values().stream()
                .mapToLong(place -> place.sent.cardinality())
                .sum();
    }

    synchronized long kept() {
        return partitions.values().stream()
                .mapToLong(place -> place.kept.cardinality())
                .sum();
    }

    synchronized long rejected() {
        return partitions.values().stream()
                .mapToLong(place -> place.rejected.cardinality())
                .sum();
    }

    /** Records of which the lake says otherwise than the gate did here. */
    synchronized long misjudged() {
        return partitions.values().stream()
                .mapToLong(place -> {
                    BitSet differing = (BitSet) place.kept.clone();
                    differing.xor(place.valid);
                    BitSet found = (BitSet) place.kept.clone();
                    found.or(place.rejected);
                    differing.and(found);
                    return differing.cardinality();
                })
                .sum();
    }

    private LongStream bounds() {
        return partitions.values().stream()
                .flatMapToLong(place ->
                        LongStream.of(place.first + place.sent.nextSetBit(0), place.first + place.sent.length() - 1));
    }
}
