/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the operator decides.
 *
 * @param jwtSecret key of HS256 that tokens are signed with
 * @param allowedOrigins web origins of shops that may read the API from a browser
 * @param storefrontBundle file of the shops' web component; empty if there is none
 */
@ConfigurationProperties("sourcelens")
public record ServingSettings(String jwtSecret, List<String> allowedOrigins, String storefrontBundle) {
    private static final int KEY_BYTES = 32;

    public ServingSettings {
        allowedOrigins = List.copyOf(allowedOrigins);
        int bytes = jwtSecret.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < KEY_BYTES) {
            throw new IllegalArgumentException(
                    "Cannot check tokens: SOURCELENS_JWT_SECRET has %d bytes; set one of at least %d"
                            .formatted(bytes, KEY_BYTES));
        }
    }
}
