/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.storefront;

import io.sourcelens.serving.ServingSettings;
import io.sourcelens.serving.problem.NotFoundException;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Hidden
class StorefrontController {
    private static final MediaType JAVASCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");

    private final ServingSettings settings;

    StorefrontController(ServingSettings settings) {
        this.settings = settings;
    }

    @GetMapping("/storefront/sourcelens-best-sellers.js")
    ResponseEntity<Resource> bestSellers() throws IOException {
        Resource bundle = new FileSystemResource(settings.storefrontBundle());
        if (settings.storefrontBundle().isBlank() || !bundle.isReadable()) {
            throw new NotFoundException(
                    "Cannot find the web component; build dashboards/storefront and set SOURCELENS_STOREFRONT_BUNDLE");
        }
        return ResponseEntity.ok()
                .contentType(JAVASCRIPT)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .lastModified(bundle.lastModified())
                .body(bundle);
    }
}
