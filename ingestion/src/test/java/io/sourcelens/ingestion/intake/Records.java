/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.intake;

/** Records of sellers as a stranger writes them. */
final class Records {
    private Records() {}

    static String seller(int id) {
        return "{\"seller_id\":%d,\"name\":\"晨光小店\",\"marketplace\":\"bazaar\",\"__op\":\"u\",\"__source\":\"http\",\"__source_time\":1784073600000}"
                .formatted(id);
    }
}
