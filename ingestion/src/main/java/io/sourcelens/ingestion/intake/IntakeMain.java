/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.intake;

import io.sourcelens.ingestion.capture.CaptureException;
import io.sourcelens.ingestion.capture.EntityTopics;
import io.sourcelens.ingestion.capture.TopicSettings;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes batches until it is stopped. Exit codes: 0 stopped, 1 cannot start. */
public final class IntakeMain {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeMain.class);

    private IntakeMain() {}

    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        try {
            IntakeSettings settings = IntakeSettings.from(environment);
            EntityTopics.createMissing(TopicSettings.from(environment));
            IntakeServer server = IntakeServer.start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
            LOG.atInfo()
                    .addKeyValue("event", "intake_running")
                    .addKeyValue("port", server.port())
                    .log("taking batches at {}:{}", settings.address(), server.port());
        } catch (IntakeException | CaptureException e) {
            LOG.atError().addKeyValue("event", "intake_failed").log(e.getMessage());
            System.exit(1);
        }
    }
}
