/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A program that must be on the PATH, and what brings it. */
record Tool(String name, String purpose, String remedy) {
    static final List<Tool> FOR_DEMO = List.of(
            new Tool("node", "serves the shop page", "install Node.js 20 or newer"),
            new Tool("mkfifo", "stops ClickHouse", "install coreutils"),
            new Tool("setsid", "starts parts in sessions of their own", "install util-linux"));
    static final List<Tool> FOR_BUILD = List.of(
            new Tool("npm", "installs ClickHouse's library and builds the storefront", "install npm"),
            new Tool("git", "tells whether sources have changed", "install git"));
    static final List<Tool> FOR_SUPERSET =
            List.of(new Tool("python3", "runs Superset", "install Python 3.11 with its venv module"));

    static List<String> missing(List<Tool> tools) {
        return tools.stream()
                .filter(tool -> tool.path().isEmpty())
                .map(Tool::name)
                .toList();
    }

    Optional<Path> path() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
