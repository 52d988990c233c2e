/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.schema.DeadLetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
    private static final String SELLER =
            "{\"seller_id\":7,\"marketplace\":\"bazaar\",\"__op\":\"u\",\"__source\":\"http\",\"__source_time\":1784073600000}";

    @Test
    void whatIsValidNowGoesToItsTopicWithAMarkThatNamesTheLetter() {
        assertThat(Verdict.of(letter("seller", "bazaar", "http", true, SELLER)))
                .isInstanceOfSatisfying(Verdict.Passed.class, passed -> {
                    assertThat(passed.topic()).isEqualTo("marketplace.seller");
                    assertThat(passed.key()).asString(UTF_8).isEqualTo("{\"seller_id\":\"7\"}");
                    assertThat(passed.mark().reason()).isEqualTo(DeadLetter.REPLAYED);
                    assertThat(passed.mark().origin()).isEqualTo("replay of marketplace.seller-0@9");
                    assertThat(passed.mark().record()).isEmpty();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "seller,  bazaar, http, missing_field,  '{\"__op\":\"u\"}'",
        "nothing, bazaar, http, unknown_entity, '{}'",
        "seller,  bazaar, http, malformed,      'x'"
    })
    void whatIsStillBadIsANewLetterThatNamesTheFirstAndKeepsItsBytes(
            String entity, String marketplace, String source, String reason, String record) {
        assertThat(Verdict.of(letter(entity, marketplace, source, true, record)))
                .isInstanceOfSatisfying(Verdict.RejectedAgain.class, rejected -> {
                    assertThat(rejected.letter().reason()).isEqualTo(reason);
                    assertThat(rejected.letter().origin()).isEqualTo("replay of marketplace.seller-0@9");
                    assertThat(rejected.letter().record()).asString(UTF_8).isEqualTo(record);
                });
    }

    @ParameterizedTest
    @CsvSource({"demo, http", "bazaar, cdc"})
    void aReplayIsNoWayIntoAMarketplaceThatTheSenderMayNotWrite(String marketplace, String source) {
        assertThat(Verdict.of(letter("seller", marketplace, source, true, SELLER)))
                .isInstanceOfSatisfying(
                        Verdict.RejectedAgain.class,
                        rejected -> assertThat(rejected.letter().reason()).isEqualTo("contradiction"));
    }

    @ParameterizedTest
    @CsvSource({"false, http, replayed before", "true, import:scms, a row of a file"})
    void whatIsClosedAndRowsOfFilesAreLeft(boolean open, String source, String why) {
        assertThat(Verdict.of(letter("seller", "bazaar", source, open, SELLER)))
                .isInstanceOfSatisfying(
                        Verdict.Skipped.class,
                        skipped -> assertThat(skipped.why()).startsWith(why));
    }

    private static StoredLetter letter(String entity, String marketplace, String source, boolean open, String record) {
        return new StoredLetter(
                "marketplace.seller-0@9",
                open,
                "2026-07-15 00:00:00",
                marketplace,
                entity,
                "malformed",
                "",
                source,
                "marketplace.seller-0@9",
                new byte[0],
                record.getBytes(UTF_8));
    }
}
