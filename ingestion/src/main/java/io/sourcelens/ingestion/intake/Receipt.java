/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * That a batch is in the log, and what was answered.
 *
 * @param fingerprint of entity and bytes: the same key with another one is a mistake of the sender
 * @param answer the answer's body as JSON
 */
record Receipt(
        @JsonProperty("fingerprint") String fingerprint,
        @JsonProperty("answer") byte[] answer) {

    static String fingerprint(String entity, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(entity.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot happen: every JDK has SHA-256", e);
        }
    }

    int bytes() {
        return fingerprint.length() + answer.length;
    }
}
