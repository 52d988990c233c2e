/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names that stand for people in the lake: the first 16 bytes of HMAC-SHA-256 (RFC 2104), in URL-safe Base64. Without the
 * key, which is kept outside the lake, nobody can tell who is meant or test a guess; with it the same person of the same
 * marketplace always gets the same pseudonym. Not for several threads at once.
 */
public final class Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEPT_BYTES = 16;
    private static final int SHORTEST_KEY = 32;

    private final Mac mac;

    /** @param key any text of at least 32 characters */
    public Pseudonyms(String key) {
        if (key.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException(
                    "Cannot use the key of pseudonyms: it has %d characters; give at least %d random ones"
                            .formatted(key.length(), SHORTEST_KEY));
        }
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Cannot compute " + ALGORITHM, e);
        }
    }

    /** Of one person of one marketplace. */
    public String of(String marketplace, String person) {
        mac.update(marketplace.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        byte[] digest = mac.doFinal(person.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, KEPT_BYTES));
    }
}
