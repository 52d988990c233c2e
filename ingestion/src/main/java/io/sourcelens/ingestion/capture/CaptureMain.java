/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.capture;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers the connector and ends when it runs. Exit codes: 0 it runs, 1 it does not. */
public final class CaptureMain {
    private static final Logger LOG = LoggerFactory.getLogger(CaptureMain.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(120);

    private CaptureMain() {}

    public static void main(String[] arguments) {
        try {
            CaptureSettings settings = CaptureSettings.from(System.getenv());
            String connector = new Capture(settings, TIMEOUT).start();
            LOG.atInfo()
                    .addKeyValue("event", "capture_running")
                    .addKeyValue("connector", connector)
                    .addKeyValue("marketplace", settings.marketplace())
                    .log("capturing marketplace {}", settings.marketplace());
        } catch (CaptureException e) {
            LOG.atError().addKeyValue("event", "capture_failed").log(e.getMessage());
            System.exit(1);
        }
    }
}
