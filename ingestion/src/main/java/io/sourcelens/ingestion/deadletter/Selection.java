/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.deadletter;

import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** Which dead letters are meant; what is not said is not asked for. */
final class Selection {
    @Option(names = "--marketplace", description = "Of this marketplace.", defaultValue = "")
    private String marketplace = "";

    @Option(names = "--source", description = "That came this way: cdc, http, import:NAME.", defaultValue = "")
    private String source = "";

    @Option(names = "--entity", description = "Of this entity.", defaultValue = "")
    private String entity = "";

    @Option(names = "--reason", description = "Rejected for this reason.", defaultValue = "")
    private String reason = "";

    static Selection all() {
        return new Selection();
    }

    static Selection bySource(String source) {
        Selection selection = new Selection();
        selection.source = source;
        return selection;
    }

    boolean isAll() {
        return (marketplace + source + entity + reason).isEmpty();
    }

    /** Parameters of the queries. */
    Map<String, String> parameters(String id, boolean alsoClosed) {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("id", id);
        parameters.put("marketplace", marketplace);
        parameters.put("source", source);
        parameters.put("entity", entity);
        parameters.put("reason", reason);
        parameters.put("closed", alsoClosed ? "1" : "0");
        return parameters;
    }
}
