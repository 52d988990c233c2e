/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.engines.kafka;

import io.sourcelens.engines.Engine;
import io.sourcelens.engines.EngineException;
import io.sourcelens.engines.EngineProcess;
import io.sourcelens.engines.Installation;
import io.sourcelens.engines.Ports;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One Kafka broker that is its own controller (KRaft), loopback only. */
public record KafkaServer(EngineProcess process, int port) implements Engine {
    private static final String NAME = "Kafka";
    private static final Duration START_TIMEOUT = Duration.ofSeconds(90);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(15);
    private static final List<String> JVM_OPTIONS =
            List.of("-Xms64m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:MaxDirectMemorySize=64m", "-Duser.timezone=UTC");

    /** As {@link #start(Path, int, int, Path)} with any free port for the controller. */
    public static KafkaServer start(Path data, int port, Path log) {
        return start(data, port, Ports.free(), log);
    }

    /** Starts the broker on a data folder, which is formatted when it is not there yet. */
    public static KafkaServer start(Path data, int port, int controllerPort, Path log) {
        Ports.requireFree(port, NAME);
        Ports.requireFree(controllerPort, NAME);
        Path configuration = writeConfiguration(data, port, controllerPort);
        List<String> command =
                Installation.java(JVM_OPTIONS, KafkaProcess.class.getName(), List.of(configuration.toString()));
        KafkaServer server =
                new KafkaServer(EngineProcess.start(NAME, command, Map.of(), data, log, STOP_TIMEOUT), port);
        server.process.awaitReady(server::answers, START_TIMEOUT);
        return server;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    private static Path writeConfiguration(Path data, int port, int controllerPort) {
        Path configuration = data.resolve("server.properties");
        try {
            Files.createDirectories(data);
            Files.writeString(configuration, template().formatted(port, controllerPort, data));
        } catch (IOException e) {
            throw new EngineException("Cannot write %s: %s".formatted(configuration, e.getMessage()), e);
        }
        return configuration;
    }

    private static String template() throws IOException {
        try (var stream = KafkaServer.class.getResourceAsStream("server.properties.template")) {
            if (stream == null) {
                throw new IOException("server.properties.template is not on the classpath");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Asks for the API versions; a broker answers only after the controller has let it in. */
    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(1_000);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write(apiVersionsRequest());
            out.flush();
            return new DataInputStream(socket.getInputStream()).readInt() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Length, API key 18, API version 0, correlation id 1, client id null. https://kafka.apache.org/protocol */
    private static byte[] apiVersionsRequest() {
        return new byte[] {0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 1, -1, -1};
    }
}
