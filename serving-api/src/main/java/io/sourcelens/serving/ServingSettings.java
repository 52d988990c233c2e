/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving;

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
public record ServingSettings(String jwtSecret, List<String> allowedOrigins, String storefrontBundle) {}
