/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The users of ClickHouse and where their passwords stand. */
final class ClickHouseAccess {
    static final List<String> USERS = List.of("writer", "streaming", "api", "superset_analyst", "superset_seller");

    private ClickHouseAccess() {}

    static String passwordVariable(String user) {
        return "CLICKHOUSE_%s_PASSWORD".formatted(user.toUpperCase(Locale.ROOT));
    }

    static Map<String, String> passwords(StackSettings settings) {
        return USERS.stream()
                .collect(Collectors.toMap(Function.identity(), user -> settings.value(passwordVariable(user))));
    }
}
