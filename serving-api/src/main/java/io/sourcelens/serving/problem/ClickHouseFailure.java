/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.problem;

import com.clickhouse.client.api.ServerException;
import java.io.IOException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientException;
import java.util.Set;

/** Why ClickHouse gave no rows. */
enum ClickHouseFailure {
    /** It is down, too slow or too busy. */
    UNREACHABLE,
    /** It runs, but the views are not there before the first publication. */
    NOT_PUBLISHED,
    /** It refused the query. */
    REFUSED;

    /** UNKNOWN_TABLE, UNKNOWN_DATABASE: ClickHouse's src/Common/ErrorCodes.cpp. */
    private static final Set<Integer> NO_SUCH_TABLE = Set.of(60, 81);
    /** TIMEOUT_EXCEEDED, TOO_MANY_SIMULTANEOUS_QUERIES, MEMORY_LIMIT_EXCEEDED. */
    private static final Set<Integer> BUSY = Set.of(159, 202, 241);

    static ClickHouseFailure of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ServerException server) {
                return of(server.getCode());
            }
            if (cause instanceof IOException
                    || cause instanceof SQLTimeoutException
                    || cause instanceof SQLTransientException) {
                return UNREACHABLE;
            }
        }
        return REFUSED;
    }

    private static ClickHouseFailure of(int code) {
        if (NO_SUCH_TABLE.contains(code)) {
            return NOT_PUBLISHED;
        }
        return BUSY.contains(code) ? UNREACHABLE : REFUSED;
    }
}
