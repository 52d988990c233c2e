/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.intake;

import java.util.LinkedHashMap;
import java.util.Map;

/** A request that is refused as a whole; answered as {@code application/problem+json} (RFC 9457). */
final class Problem extends Exception {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private final int status;
    private final String title;

    Problem(int status, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    /** Whether the same request may succeed a little later. */
    boolean isPassing() {
        return status == TOO_MANY_REQUESTS || status == UNAVAILABLE;
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "about:blank");
        json.put("title", title);
        json.put("status", status);
        json.put("detail", getMessage());
        return json;
    }
}
