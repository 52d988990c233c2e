/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class HopsTest {
    @Test
    void eachHopIsALineWithItsHealth() throws JsonProcessingException {
        String findings = """
                [{"hop": "capture", "health": "stuck", "words": "nothing for 42 s although PostgreSQL moved on 3.0 MB"},
                 {"hop": "log", "health": "well", "words": "1,000 records in 13 topics, 50 new a second"}]
                """;

        assertThat(Hops.lines(new JsonMapper().readTree(findings))).isEqualTo("""
                capture    STUCK   nothing for 42 s although PostgreSQL moved on 3.0 MB
                log        WELL    1,000 records in 13 topics, 50 new a second""");
    }
}
