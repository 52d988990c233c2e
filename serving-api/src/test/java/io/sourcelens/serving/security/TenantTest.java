/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.oauth2.jwt.Jwt;

class TenantTest {
    @Test
    void theSellerIsTheTokens() {
        assertThat(Tenant.of(token(Map.of("marketplace", "demo", "seller_id", "17")), "demo"))
                .isEqualTo(new Tenant("demo", "17"));
        assertThat(Tenant.of(token(Map.of("marketplace", "demo", "seller_id", 17)), "demo"))
                .isEqualTo(new Tenant("demo", "17"));
    }

    @Test
    void aTokenOfAnotherMarketplaceOpensNothing() {
        assertThatThrownBy(() -> Tenant.of(token(Map.of("marketplace", "other", "seller_id", "17")), "demo"))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("another marketplace");
    }

    @Test
    void aTokenThatNamesNoSingleSellerOpensNothing() {
        for (Map<String, Object> claims : List.<Map<String, Object>>of(
                Map.of("marketplace", "demo"),
                Map.of("marketplace", "demo", "seller_id", " "),
                Map.of("marketplace", "demo", "seller_id", List.of("17", "18")),
                Map.of("seller_id", "17"))) {
            assertThatThrownBy(() -> Tenant.of(token(claims), "demo"))
                    .isInstanceOf(AccessDeniedException.class)
                    .hasMessageContaining("names no seller");
        }
    }

    private static Jwt token(Map<String, Object> claims) {
        return Jwt.withTokenValue("t")
                .header("alg", "HS256")
                .claim("sub", "x")
                .claims(all -> all.putAll(claims))
                .build();
    }
}
