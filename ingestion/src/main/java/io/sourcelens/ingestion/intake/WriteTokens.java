/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.intake;

import java.nio.charset.StandardCharsets;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jspecify.annotations.Nullable;

/** Bearer tokens (JWT, HS256) with role {@code writer}: each opens one marketplace. */
final class WriteTokens {
    private static final String BEARER = "Bearer ";
    private static final String WRITER = "writer";

    private final JwtConsumer consumer;

    WriteTokens(String secret) {
        consumer = new JwtConsumerBuilder()
                .setRequireExpirationTime()
                .setVerificationKey(new HmacKey(secret.getBytes(StandardCharsets.UTF_8)))
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256)
                .build();
    }

    void requireWriter(@Nullable String authorization, String marketplace) throws Problem {
        if (authorization == null || !authorization.startsWith(BEARER)) {
            throw new Problem(401, "Unauthorized", "Cannot write without a token; send Authorization: Bearer TOKEN");
        }
        JwtClaims claims;
        try {
            claims = consumer.processToClaims(authorization.substring(BEARER.length()));
        } catch (InvalidJwtException e) {
            throw new Problem(
                    401,
                    "Unauthorized",
                    "Cannot accept this token: it is not signed by us or has expired; get a new one");
        }
        if (!WRITER.equals(claims.getClaimValueAsString("role"))
                || !marketplace.equals(claims.getClaimValueAsString("marketplace"))) {
            throw new Problem(
                    403, "Forbidden", "Cannot write to %s: the token does not open it".formatted(marketplace));
        }
    }
}
