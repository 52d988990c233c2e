/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.engines;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Where the build has put the engines: PostgreSQL's programs, ClickHouse's library, the jars of the rest. */
public final class Installation {
    private static final String CLASSPATH = resource("classpath");
    private static final Properties PATHS = paths();

    private Installation() {}

    public static Path postgresProgram(String name) {
        return required("postgres").resolve("bin").resolve(name);
    }

    public static Path clickHouseLibrary() {
        return required("libchdb");
    }

    /** The command of a JVM that runs a main class of the engines. */
    public static List<String> java(List<String> options, String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-Dlog4j2.configurationFile=classpath:io/sourcelens/engines/engine-log4j2.xml");
        command.add("-cp");
        command.add(ownClasses() + ":" + CLASSPATH);
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    private static Path required(String key) {
        Path path = Path.of(PATHS.getProperty(key));
        if (!Files.exists(path)) {
            throw new EngineException(
                    "Cannot find %s: %s is missing; build the module engines again".formatted(key, path));
        }
        return path;
    }

    private static Path ownClasses() {
        try {
            return Path.of(Installation.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new EngineException("Cannot find the classes of the engines: " + e.getMessage(), e);
        }
    }

    private static Properties paths() {
        try (InputStream stream = open("engines.properties")) {
            Properties properties = new Properties();
            properties.load(stream);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream stream = open(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        InputStream stream = Installation.class.getResourceAsStream(name);
        if (stream == null) {
            throw new EngineException(
                    "Cannot find the resource %s; build the module engines with Maven".formatted(name));
        }
        return stream;
    }
}
