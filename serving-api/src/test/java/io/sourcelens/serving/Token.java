/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;

/** A bearer token as a marketplace would sign it; valid for an hour unless said otherwise. */
record Token(Map<String, Object> claims, String secret) {
    static final String SECRET = "a secret of the tests, long enough for HS256";

    static Token seller(String marketplace, String sellerId) {
        return role("seller").with("marketplace", marketplace).with("seller_id", sellerId);
    }

    static Token role(String role) {
        return new Token(Map.of(), SECRET)
                .with("sub", "tester")
                .with("role", role)
                .with("marketplace", "demo")
                .with("exp", Date.from(Instant.now().plus(Duration.ofHours(1))));
    }

    Token with(String claim, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(claims);
        all.put(claim, value);
        return new Token(all, secret);
    }

    Token without(String claim) {
        Map<String, Object> all = new LinkedHashMap<>(claims);
        all.remove(claim);
        return new Token(all, secret);
    }

    Token signedWith(String otherSecret) {
        return new Token(claims, otherSecret);
    }

    String bearer() {
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder();
        claims.forEach(set::claim);
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), set.build());
        try {
            jwt.sign(new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return "Bearer " + jwt.serialize();
    }
}
