/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.schema.Change;
import io.sourcelens.schema.Pseudonyms;
import io.sourcelens.schema.Schemas;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PersonalFieldsTest {
    private static final PersonalData SETTINGS =
            new PersonalData("a key for tests, of at least 32 characters", Set.of("order.phone"));
    private static final String PSEUDONYM = new Pseudonyms(SETTINGS.key()).of("demo", "13800138000");

    private final PersonalFields fields = new PersonalFields(SETTINGS);

    @Test
    void fieldsOfTheContractAndNamedOnesOfTheMarketplaceHoldPseudonyms() {
        Change change = order(
                Map.of("order_id", "1", "buyer_id", "13800138000"), Map.of("phone", "13800138000", "colour", "red"));

        assertThat(fields.pseudonymised(Schemas.entity("order"), change))
                .isEqualTo(order(
                        Map.of("order_id", "1", "buyer_id", PSEUDONYM), Map.of("phone", PSEUDONYM, "colour", "red")));
    }

    @Test
    void whatNamesNobodyStaysAsItIs() {
        Change change = order(Map.of("order_id", "1"), Map.of("colour", "red"));

        assertThat(fields.pseudonymised(Schemas.entity("order"), change)).isEqualTo(change);
    }

    private static Change order(Map<String, Object> values, Map<String, String> extension) {
        return new Change("demo", "c", "cdc", 12, 1_767_225_600_000L, values, extension);
    }
}
