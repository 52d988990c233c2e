/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.intake;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where the intake listens and whom it trusts.
 *
 * @param secret key of write tokens (HS256), 32 bytes or more; not the API's, so that neither opens the other
 * @param bytesInFlight bodies held in memory at one time, together
 */
record IntakeSettings(String kafkaBootstrap, String address, int port, String secret, int bytesInFlight) {
    private static final int SECRET_BYTES = 32;

    IntakeSettings {
        if (secret.getBytes(StandardCharsets.UTF_8).length < SECRET_BYTES) {
            throw new IntakeException(
                    "Cannot use SOURCELENS_INTAKE_SECRET: it has fewer than %d bytes; set a longer one"
                            .formatted(SECRET_BYTES));
        }
        if (bytesInFlight < BatchBody.MAX_BYTES) {
            throw new IntakeException("Cannot use SOURCELENS_INTAKE_BYTES_IN_FLIGHT=%d: one batch may have %d bytes"
                    .formatted(bytesInFlight, BatchBody.MAX_BYTES));
        }
    }

    static IntakeSettings from(Map<String, String> environment) {
        return new IntakeSettings(
                environment.getOrDefault("SOURCELENS_KAFKA_BOOTSTRAP", "127.0.0.1:19092"),
                environment.getOrDefault("SOURCELENS_INTAKE_ADDRESS", "127.0.0.1"),
                Integer.parseInt(environment.getOrDefault("SOURCELENS_INTAKE_PORT", "18085")),
                environment.getOrDefault("SOURCELENS_INTAKE_SECRET", ""),
                Integer.parseInt(environment.getOrDefault("SOURCELENS_INTAKE_BYTES_IN_FLIGHT", "33554432")));
    }
}
