/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JwtTokenTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    @Test
    void signsAsTheStandardsExampleDoes() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", "1");
        String token = new JwtToken(claims).sign("0123456789abcdef0123456789abcdef");
        String[] parts = token.split("\\.");
        assertThat(parts).hasSize(3);
        assertThat(new String(Base64.getUrlDecoder().decode(parts[1]))).isEqualTo("{\"sub\":\"1\"}");
        assertThat(Base64.getUrlDecoder().decode(parts[2])).hasSize(32);
        assertThat(new JwtToken(claims).sign("another-secret-of-at-least-32-bytes!!"))
                .isNotEqualTo(token);
    }

    @Test
    void aSellersTokenNamesTheSellerAndEnds() throws Exception {
        String token = JwtToken.seller("demo", "17", NOON).sign("secret");
        JsonNode claims = new JsonMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        assertThat(claims.path("role").asText()).isEqualTo("seller");
        assertThat(claims.path("seller_id").asText()).isEqualTo("17");
        assertThat(claims.path("marketplace").asText()).isEqualTo("demo");
        assertThat(claims.path("exp").asLong()).isGreaterThan(NOON.getEpochSecond());
    }

    @Test
    void otherRolesHaveNoSeller() {
        assertThat(JwtToken.of("supplier_analyst", "analyst", "demo", NOON).claims())
                .doesNotContainKey("seller_id");
    }
}
