/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.intake;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The receipts that are remembered, oldest first; the oldest go when there are too many bytes of them. */
final class Receipts {
    static final long MOST_BYTES = 32L << 20;

    private static final int OVERHEAD_BYTES = 200;

    private final Map<String, Receipt> byKey = new LinkedHashMap<>();
    private final long mostBytes;
    private long bytes;

    Receipts(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Nullable
    Receipt find(String key) {
        return byKey.get(key);
    }

    void add(String key, Receipt receipt) {
        Receipt before = byKey.put(key, receipt);
        bytes += size(key, receipt) - (before == null ? 0 : size(key, before));
        Iterator<Map.Entry<String, Receipt>> oldest = byKey.entrySet().iterator();
        while (bytes > mostBytes && byKey.size() > 1) {
            Map.Entry<String, Receipt> entry = oldest.next();
            bytes -= size(entry.getKey(), entry.getValue());
            oldest.remove();
        }
    }

    void clear() {
        byKey.clear();
        bytes = 0;
    }

    int size() {
        return byKey.size();
    }

    private static long size(String key, Receipt receipt) {
        return OVERHEAD_BYTES + key.length() + receipt.bytes();
    }
}
