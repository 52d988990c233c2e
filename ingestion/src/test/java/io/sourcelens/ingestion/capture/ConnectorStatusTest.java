/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class ConnectorStatusTest {
    @Test
    void aConnectorWithoutTasksDoesNotRun() throws JsonProcessingException {
        assertThat(parse("{\"connector\": {\"state\": \"RUNNING\"}, \"tasks\": []}")
                        .isRunning())
                .isFalse();
    }

    @Test
    void aConnectorRunsWhenItsTaskRuns() throws JsonProcessingException {
        ConnectorStatus status =
                parse("{\"connector\": {\"state\": \"RUNNING\"}, \"tasks\": [{\"id\": 0, \"state\": \"RUNNING\"}]}");

        assertThat(status.isRunning()).isTrue();
        assertThat(status.failures()).isEmpty();
    }

    @Test
    void aFailedTaskSaysWhy() throws JsonProcessingException {
        ConnectorStatus status = parse("""
                {"connector": {"state": "RUNNING"}, "tasks": [{"id": 0, "state": "FAILED", "trace": "no such slot"}]}
                """);

        assertThat(status.isRunning()).isFalse();
        assertThat(status.failures()).containsExactly("no such slot");
    }

    private static ConnectorStatus parse(String json) throws JsonProcessingException {
        return ConnectorStatus.parse(new JsonMapper().readTree(json));
    }
}
