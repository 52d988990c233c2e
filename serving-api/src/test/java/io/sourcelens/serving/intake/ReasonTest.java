/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sourcelens.schema.Schemas;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonTest {
    /** Its codes are those that the schema file names: "Why, as codes separated by commas: a, b. …" */
    @ParameterizedTest
    @CsvSource({"intake_candidate, candidate, 7", "delist, delist, 6"})
    void everyCodeThatTheSchemaNamesHasWordsInBothLanguages(String mart, String list, int number) {
        String meaning = Schemas.mart(mart).field("reasons").orElseThrow().meaningEnglish();
        List<String> codes =
                Arrays.asList(meaning.substring(meaning.indexOf(':') + 2, meaning.indexOf('.', meaning.indexOf(':')))
                        .split(", "));

        assertThat(codes).hasSize(number);
        assertThat(codes).allSatisfy(code -> {
            assertThat(Words.EN.has(list + "." + code)).as(code).isTrue();
            assertThat(Words.ZH.has(list + "." + code)).as(code).isTrue();
        });
    }

    @Test
    void figuresStandInTheWordsByTheirNames() {
        assertThat(Reason.all("delist", "no_orders", Map.of("age_days", "99")))
                .containsExactly(new Reason(
                        "no_orders",
                        "近60天无订单，已上架99天。",
                        "No order in the last 60 days; it has been there for 99 days."));
        assertThatThrownBy(() -> Reason.all("delist", "drop", Map.of()))
                .hasMessage("Cannot find words for delist.drop; add them to words/reasons_zh.properties");
    }

    @Test
    void unitsOfMoneyAreThoseOfTheCurrency() {
        assertThat(Words.money(-150L, "CNY")).isEqualTo("-1.50 CNY");
        assertThat(Words.money(150L, "JPY")).isEqualTo("150 JPY");
        assertThat(Words.number(12.25)).isEqualTo("12.2");
        assertThat(Words.share(0.254)).isEqualTo("25%");
    }
}
