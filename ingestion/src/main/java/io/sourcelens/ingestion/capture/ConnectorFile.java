/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.capture;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The connector's configuration file. */
final class ConnectorFile {
    private static final String RESOURCE = "capture/marketplace-connector.json";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{env:([A-Z_]+)}");

    private ConnectorFile() {}

    /** Reads the file. A placeholder without a value stays for the worker, which reads its own environment. */
    static Map<String, String> read(Map<String, String> values) {
        Map<String, String> configuration = new TreeMap<>();
        file().forEach((key, value) -> configuration.put(key, substitute(value, values)));
        return configuration;
    }

    private static String substitute(String text, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(name(match), match.group())));
    }

    private static String name(MatchResult placeholder) {
        return placeholder.group(1);
    }

    private static Map<String, String> file() {
        try (InputStream stream = ConnectorFile.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("Cannot find resource: " + RESOURCE);
            }
            return new JsonMapper().readValue(stream, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read resource: " + RESOURCE, e);
        }
    }
}
