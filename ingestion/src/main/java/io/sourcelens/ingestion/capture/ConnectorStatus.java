/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.capture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a worker says of a connector.
 *
 * @param failures traces of the connector and the tasks that failed
 */
record ConnectorStatus(String connectorState, List<String> taskStates, List<String> failures) {
    private static final String RUNNING = "RUNNING";
    private static final String FAILED = "FAILED";

    ConnectorStatus {
        taskStates = List.copyOf(taskStates);
        failures = List.copyOf(failures);
    }

    static ConnectorStatus parse(JsonNode json) {
        List<String> taskStates = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        failure(json.path("connector")).ifPresent(failures::add);
        for (JsonNode task : json.path("tasks")) {
            taskStates.add(state(task));
            failure(task).ifPresent(failures::add);
        }
        return new ConnectorStatus(state(json.path("connector")), taskStates, failures);
    }

    boolean isRunning() {
        return connectorState.equals(RUNNING)
                && !taskStates.isEmpty()
                && taskStates.stream().allMatch(RUNNING::equals);
    }

    private static String state(JsonNode part) {
        return part.path("state").asText("UNASSIGNED");
    }

    private static Optional<String> failure(JsonNode part) {
        return state(part).equals(FAILED) ? Optional.of(part.path("trace").asText("no trace given")) : Optional.empty();
    }
}
