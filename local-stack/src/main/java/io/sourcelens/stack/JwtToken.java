/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Bearer tokens of the API, signed with HS256 (RFC 7519), for people who try the local run. */
public record JwtToken(Map<String, Object> claims) {
    private static final Duration VALIDITY = Duration.ofDays(30);
    private static final JsonMapper JSON = new JsonMapper();

    static JwtToken seller(String marketplace, String sellerId, Instant now) {
        JwtToken token = of("seller", "seller-" + sellerId, marketplace, now);
        token.claims.put("seller_id", sellerId);
        return token;
    }

    static JwtToken of(String role, String subject, String marketplace, Instant now) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", subject);
        claims.put("role", role);
        claims.put("marketplace", marketplace);
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(VALIDITY).getEpochSecond());
        return new JwtToken(claims);
    }

    String sign(String secret) {
        try {
            String signed = encode(JSON.writeValueAsBytes(Map.of("alg", "HS256", "typ", "JWT"))) + "."
                    + encode(JSON.writeValueAsBytes(claims));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return signed + "." + encode(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (JsonProcessingException | GeneralSecurityException e) {
            throw new StackException("Cannot sign a token: " + e.getMessage(), e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
