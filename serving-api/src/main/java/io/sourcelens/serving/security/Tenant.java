/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.security;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.oauth2.jwt.Jwt;

/** The seller whose figures a token opens, on its marketplace. Nothing else of a request names a seller. */
public record Tenant(String marketplace, String sellerId) {
    public Tenant {
        if (marketplace.isBlank() || sellerId.isBlank()) {
            throw new AccessDeniedException("Cannot show a seller's own figures: the token names no seller");
        }
    }

    /**
     * @param marketplace the one that is asked for
     * @throws AccessDeniedException if the token names no seller, or a seller of another marketplace
     */
    public static Tenant of(Jwt token, String marketplace) {
        Tenant tenant = new Tenant(claim(token, "marketplace"), claim(token, "seller_id"));
        if (!tenant.marketplace().equals(marketplace)) {
            throw new AccessDeniedException("Cannot show a seller's own figures: the token is for another marketplace");
        }
        return tenant;
    }

    private static String claim(Jwt token, String name) {
        Object claim = token.getClaim(name);
        return claim instanceof String || claim instanceof Number ? claim.toString() : "";
    }
}
