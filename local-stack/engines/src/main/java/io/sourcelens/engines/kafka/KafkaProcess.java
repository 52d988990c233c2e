/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.engines.kafka;

import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** The broker's own process: formats the log folder the first time, then serves until it is told to stop. */
final class KafkaProcess {
    private KafkaProcess() {}

    public static void main(String[] arguments) {
        Path configuration = Path.of(arguments[0]);
        if (!Files.exists(configuration.resolveSibling("log").resolve("meta.properties"))) {
            String[] format = {
                "format", "--standalone", "-t", Uuid.randomUuid().toString(), "-c", configuration.toString()
            };
            int exitCode = StorageTool.execute(format, System.out);
            if (exitCode != 0) {
                System.exit(exitCode);
            }
        }
        Kafka.main(new String[] {configuration.toString()});
    }
}
