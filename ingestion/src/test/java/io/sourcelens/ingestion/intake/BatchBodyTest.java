/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchBodyTest {
    private static final String LINES = "application/x-ndjson";
    private static final String ARRAY = "application/json";

    @Test
    void everyLineIsARecordWhateverItHolds() throws Problem {
        assertThat(texts(LINES, "{\"a\":1}\r\n\n  \n{\"b\":\n\u0000\n{} "))
                .containsExactly("{\"a\":1}", "{\"b\":", "\u0000", "{} ");
    }

    @Test
    void everyElementIsARecordInTheVeryBytesThatWereSent() throws Problem {
        assertThat(texts(
                        "application/json; charset=utf-8",
                        " [ {\"名\": [1.50, {\"x\":\"]\"}]} ,7,\"é\", null,true,[ 1 ]] "))
                .containsExactly("{\"名\": [1.50, {\"x\":\"]\"}]}", "7", "\"é\"", "null", "true", "[ 1 ]");
        assertThat(texts(ARRAY, "[]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[{}", "[{}] []", "[{\"a\":}]", "[1,]"})
    void aBrokenArrayIsRefusedAsAWhole(String body) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> texts(ARRAY, body))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(400))
                .withMessageStartingWith("Cannot read the body as a JSON array of records");
    }

    @ParameterizedTest
    @CsvSource({"text/csv, 415", "application/x-ndjson, 413"})
    void whatCannotBeTakenHasItsStatus(String type, int status) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> texts(type, "{}\n".repeat(BatchBody.MAX_RECORDS + 1)))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(status));
    }

    @Test
    void oneRecordThatIsTooLongIsNamed() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> texts(LINES, "{}\n" + "x".repeat(600_000)))
                .withMessage(
                        "Cannot take record 1: it has 600000 bytes, at most 524288; leave it out and send the rest");
    }

    private static List<String> texts(String type, String body) throws Problem {
        return BatchBody.records(type, body.getBytes(UTF_8)).stream()
                .map(record -> new String(record, UTF_8))
                .toList();
    }
}
